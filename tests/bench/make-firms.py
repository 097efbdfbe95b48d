#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a dataset folder with many firms out of a small one: make-firms.py FROM TO [FIRMS [EVENTS]]. The same arguments give the
same files. What is said of the firms is made up, for measuring only."""

import json
import os
import random
import shutil
import sys

SYLLABLES = [("ke", "科"), ("da", "达"), ("xin", "信"), ("hua", "华"), ("dong", "东"), ("fang", "方"), ("ming", "明"), ("rui", "瑞"),
             ("tai", "泰"), ("long", "龙"), ("sheng", "盛"), ("wei", "维"), ("jing", "精"), ("gao", "高"), ("zhong", "中"), ("an", "安")]
SECTORS = [("Machine tools", "机床"), ("Bearings", "轴承"), ("Sensors", "传感器"), ("Industrial software", "工业软件"), ("Robots", "机器人"),
           ("Battery materials", "电池材料"), ("Optics", "光学"), ("Valves", "阀门"), ("Ceramics", "陶瓷"), ("Chips", "芯片"),
           ("Medical devices", "医疗器械"), ("Fine chemicals", "精细化工"), ("Rail signalling", "轨道信号"), ("Pumps", "泵")]
BOARDS = [("BSE", "北交所"), ("ChiNext", "创业板"), ("STAR", "科创板"), None, None, None]
KINDS = ["founding", "customer", "listing", "finance", "product", "milestone"]
PARTIES = ["state", "private", "mixed", "none"]
TITLES = [("Order from a rail operator", "获得轨道交通企业订单"), ("New plant opens", "新工厂投产"), ("Product certified", "产品通过认证"),
          ("Round of financing", "完成新一轮融资"), ("Joins the programme", "入选计划")]


def both(pair):
    return None if pair is None else {"en": pair[0], "zh_CN": pair[1]}


def firm(number, n_events, places, source, chance):
    name = [chance.choice(SYLLABLES) for _ in range(3)]
    founded = chance.randint(1985, 2020)
    dates = sorted(f"{chance.randint(founded, 2022)}-{chance.randint(1, 12):02}" for _ in range(n_events))
    board = chance.choice(BOARDS)
    return {
        "id": f"firm-{number}",
        "name": {"en": "".join(part[0] for part in name).capitalize() + f" Technology {number}",
                 "zh_CN": "".join(part[1] for part in name) + f"科技{number}"},
        "place": chance.choice(places), "city": None, "sector": both(chance.choice(SECTORS)), "founded": str(founded),
        "board": both(board), "code": None if board is None else f"{chance.randint(0, 999999):06}", "listed": None, "website": None,
        "programme": {"member": chance.choice(["yes", "yes", "no", "unknown"]), "batch": None, "source": source},
        "summary": {"en": "Made up for measuring.", "zh_CN": "仅供测量。"}, "sources": [source],
        "events": [{"date": date, "kind": chance.choice(KINDS), "party": chance.choice(PARTIES), "title": both(chance.choice(TITLES)),
                    "status": "sourced", "source": source} for date in dates],
    }


def main(source_folder, folder, n_firms=50000, n_events=500000):
    chance = random.Random(1)
    shutil.copytree(source_folder, folder, ignore=shutil.ignore_patterns("*.py"))
    path = os.path.join(folder, "firms.json")
    with open(path, encoding="utf-8") as file:
        firms = json.load(file)
    with open(os.path.join(folder, "sources.json"), encoding="utf-8") as file:
        source = next(entry["id"] for entry in json.load(file) if entry["kind"] == "secondary")
    with open(os.path.join(folder, "places.json"), encoding="utf-8") as file:
        places = [place["id"] for place in json.load(file)]
    each = n_events // n_firms
    firms += [firm(number, each, places, source, chance) for number in range(n_firms - len(firms))]
    with open(path, "w", encoding="utf-8") as file:
        json.dump(firms, file, ensure_ascii=False, separators=(",", ":"))


main(*sys.argv[1:3], *map(int, sys.argv[3:]))
