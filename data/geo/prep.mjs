// SPDX-License-Identifier: GPL-3.0-or-later
// build.json (Natural Earth 10m admin-1, unmodified) -> one layer, one key per map unit.
// usage: node prep.mjs build.json out.geojson [decimals=4]
import fs from 'node:fs';
const [,, src, dst, dec='4'] = process.argv;
const m = 10 ** +dec, rnd = v => Math.round(v * m) / m;
const VIEW = [40, -8, 175, 72];                       // keep anything touching this box
const SAR = {HKG:'CN-HK', MAC:'CN-MO', TWN:'CN-TW'};
const SCS = new Set(['PGA', 'SCR']);                  // Spratly, Scarborough: own adm0 codes in NE
const fc = JSON.parse(fs.readFileSync(src));
const ring = r => { const o = [];
  for (const [x, y] of r) { const p = [rnd(x), rnd(y)], l = o[o.length-1];
    if (!l || l[0] !== p[0] || l[1] !== p[1]) o.push(p); }
  return o.length >= 4 ? o : null; };
const out = [];
for (const f of fc.features) {
  const p = f.properties, a = p.adm0_a3;
  let key, layer;
  if (a === 'CHN' && /^CN-[A-Z]{2}$/.test(p.iso_3166_2)) { key = p.iso_3166_2; layer = 'provinces'; }
  else if (SAR[a]) { key = SAR[a]; layer = 'provinces'; }
  else if (a === 'CHN' || SCS.has(a)) { key = p.name; layer = 'islands'; }   // Paracel, Spratly, ...
  else { key = a; layer = 'context'; }
  const polys = (f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates)
    .filter(q => layer !== 'context' || q[0].some(([x,y]) => x>=VIEW[0]&&x<=VIEW[2]&&y>=VIEW[1]&&y<=VIEW[3]))
    .map(q => q.map(ring).filter(Boolean)).filter(q => q.length);
  if (!polys.length) continue;
  out.push({type:'Feature', properties:{key, layer, name: layer==='context' ? p.admin : (p.name||key)},
            geometry:{type:'MultiPolygon', coordinates: polys}});
}
fs.writeFileSync(dst, JSON.stringify({type:'FeatureCollection', features: out}));
console.error('prep:', out.length, 'features', new Set(out.filter(f=>f.properties.layer==='provinces').map(f=>f.properties.key)).size, 'provinces');
