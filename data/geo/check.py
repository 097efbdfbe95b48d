#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# needs python3-shapely. Checks every level: units, validity, shared edges, overlaps, gaps, capitals, labels, adjacency.
import json,sys,collections,math
from shapely.geometry import shape,Point,Polygon
from shapely.ops import unary_union
CAP={'CN-BJ':('Beijing',116.3975,39.9087),'CN-TJ':('Tianjin',117.1767,39.1422),'CN-HE':('Shijiazhuang',114.4786,38.0414),'CN-SX':('Taiyuan',112.5603,37.8694),'CN-NM':('Hohhot',111.6522,40.8106),'CN-LN':('Shenyang',123.4328,41.7922),'CN-JL':('Changchun',125.3228,43.88),'CN-HL':('Harbin',126.65,45.75),'CN-SH':('Shanghai',121.4581,31.2222),'CN-JS':('Nanjing',118.7778,32.0617),'CN-ZJ':('Hangzhou',120.1614,30.2937),'CN-AH':('Hefei',117.2808,31.8639),'CN-FJ':('Fuzhou',119.3061,26.0614),'CN-JX':('Nanchang',115.8564,28.6842),'CN-SD':('Jinan',116.9972,36.6683),'CN-HA':('Zhengzhou',113.6486,34.7578),'CN-HB':('Wuhan',114.2667,30.5833),'CN-HN':('Changsha',112.9667,28.2),'CN-GD':('Guangzhou',113.25,23.1167),'CN-GX':('Nanning',108.3167,22.8167),'CN-HI':('Haikou',110.3417,20.0458),'CN-CQ':('Chongqing',106.5528,29.5628),'CN-SC':('Chengdu',104.0667,30.6667),'CN-GZ':('Guiyang',106.7167,26.5833),'CN-YN':('Kunming',102.7183,25.0389),'CN-XZ':('Lhasa',91.1,29.65),'CN-SN':("Xi'an",108.9286,34.2583),'CN-GS':('Lanzhou',103.8389,36.0564),'CN-QH':('Xining',101.7736,36.6256),'CN-NX':('Yinchuan',106.2731,38.4681),'CN-XJ':('Urumqi',87.6005,43.801),'CN-TW':('Taipei',121.5319,25.0478),'CN-HK':('Kowloon',114.172,22.325),'CN-MO':('Macao',113.5461,22.2006)}
KM2=111.2**2*.84
def load(fn):
    d=json.load(open(fn)); G={};E=collections.defaultdict(set);nv=0;ccw=True;P={}
    for f in d['features']:
        k=f['properties'].get('iso') or f['properties']['key']; g=f['geometry']; P[k]=f['properties']
        polys=[g['coordinates']] if g['type']=='Polygon' else g['coordinates']
        for p in polys:
            for i,r in enumerate(p):
                nv+=len(r); a=sum(x0*y1-x1*y0 for (x0,y0),(x1,y1) in zip(r,r[1:])); ccw&=(a>0)==(i==0); assert r[0]==r[-1]
                for a,b in zip(r,r[1:]): E[tuple(sorted((tuple(a),tuple(b))))].add(k)
        G[k]=shape(g)
    return G,E,nv,ccw,P
fails=0
def chk(ok,msg):
    global fails
    print(('  ok   ' if ok else '  FAIL ')+msg); fails+=not ok
base=None
for fn in sys.argv[1:]:
    G,E,nv,ccw,P=load(fn); print(fn,nv,'vertices')
    chk(len(G)==34,'34 units'); chk(ccw,'outer rings CCW, holes CW'); chk(all(g.is_valid for g in G.values()),'all valid (GEOS)')
    sh=[e for e,s in E.items() if len(s)==2]; chk(all(len(s)<=2 for s in E.values()) and sh!=[], f'{len(sh)} of {len(E)} edges shared by exactly 2 units, none by more')
    adj={tuple(sorted(s)) for s in E.values() if len(s)==2}
    base=base or adj; chk(adj==base,f'{len(adj)} neighbour pairs, same as first file '+(str(adj^base) if adj!=base else ''))
    ks=sorted(G); ov=sum(G[a].intersection(G[b]).area for i,a in enumerate(ks) for b in ks[i+1:] if G[a].intersects(G[b])); chk(ov*KM2<1e-6,f'overlap {ov*KM2:.6f} km2')
    u=unary_union(list(G.values())); holes=[h for p in u.geoms for h in p.interiors]; chk(not holes,f'gaps between units: {len(holes)}')
    bad=[(k,n,[q for q in G if G[q].contains(Point(x,y))]) for k,(n,x,y) in CAP.items() if [q for q in G if G[q].contains(Point(x,y))]!=[k]]
    chk(not [b for b in bad if b[0][3:] not in('TW','HK','MO')],f'31 capitals in their province {bad}'); chk(not bad,'Taipei, Kowloon, Macao too')
    if 'label' in next(iter(P.values())): chk(all(G[k].contains(Point(P[k]['label'])) for k in G),'label points inside')
    print('  parts',{k[3:]:len(getattr(g,'geoms',[g])) for k,g in G.items() if len(getattr(g,'geoms',[g]))>1})
print('0 failed' if not fails else f'{fails} failed'); sys.exit(bool(fails))
