// SPDX-License-Identifier: GPL-3.0-or-later
// attach attributes + label points; check; write compact GeoJSON with one feature per line
// usage: node post.mjs in.geojson units.tsv out.geojson
import fs from 'node:fs';
import polylabel from 'polylabel';
const [,, src, tsv, dst] = process.argv;
const [head, ...rows] = fs.readFileSync(tsv,'utf8').trimEnd().split('\n').map(l => l.split('\t'));
const U = new Map(rows.map(r => [r[0], Object.fromEntries(head.map((h,i)=>[h, r[i] ?? '']))]));
// Albers equal-area, sphere, 25N/47N, lon0 105 lat0 35 : the usual one for maps of China
const D = Math.PI/180, R = 6371.0088, s1=Math.sin(25*D), s2=Math.sin(47*D), n=(s1+s2)/2,
      C=Math.cos(25*D)**2+2*n*s1, r0=Math.sqrt(C-2*n*Math.sin(35*D))/n;
const fwd = ([x,y]) => { const r=Math.sqrt(C-2*n*Math.sin(y*D))/n, t=n*(x-105)*D; return [R*r*Math.sin(t), R*(r0-r*Math.cos(t))]; };
const inv = ([X,Y]) => { const x=X/R, y=r0-Y/R, r=Math.hypot(x,y), t=Math.atan2(x,y); return [105+t/n/D, Math.asin((C-(r*n)**2)/(2*n))/D]; };
const area = r => { let a=0; for (let i=0;i<r.length-1;i++) a += r[i][0]*r[i+1][1]-r[i+1][0]*r[i][1]; return a/2; };
const fc = JSON.parse(fs.readFileSync(src)), out = [];
let verts = 0;
for (const f of fc.features) {
  const polys = f.geometry.type==='Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates;
  const u = U.get(f.properties.key);
  if (!u) throw new Error('unknown unit '+f.properties.key);
  let tot=0, best=null, bestA=-1; const bb=[180,90,-180,-90];
  for (const p of polys) {
    const q = p.map(r => r.map(fwd)), a = q.reduce((s,r,i)=> s + (i? -1:1)*Math.abs(area(r)), 0);
    tot += a; if (a > bestA) { bestA=a; best=q; }
    for (const r of p) { verts += r.length;
      if ((area(r) > 0) !== (r === p[0])) throw new Error('winding '+f.properties.key);   // RFC 7946: outer ring CCW
      for (const [x,y] of r) { bb[0]=Math.min(bb[0],x); bb[1]=Math.min(bb[1],y); bb[2]=Math.max(bb[2],x); bb[3]=Math.max(bb[3],y);} }
  }
  polys.sort((a,b)=>Math.abs(area(b[0]))-Math.abs(area(a[0])));                            // largest part first
  const c = polylabel(best, 0.5), [lx,ly] = inv(c), k = v => Math.round(v*1e4)/1e4;
  out.push({type:'Feature', id:u.iso, bbox:bb, properties:{iso:u.iso, adcode:+u.adcode, type:u.type, name_en:u.name_en,
    name_zh:u.name_zh, short_zh:u.short_zh, abbr_zh:u.abbr_zh, aliases:u.aliases?u.aliases.split(';'):[],
    label:[k(lx),k(ly)], label_r_km:Math.round(c.distance*10)/10, area_km2:Math.round(tot)}, geometry:{type:'MultiPolygon', coordinates:polys}});
}
if (out.length !== U.size) throw new Error('units '+out.length);
out.sort((a,b)=>a.properties.adcode-b.properties.adcode);
fs.writeFileSync(dst, '{"type":"FeatureCollection","name":"china-provinces","attribution":"Made with Natural Earth (public domain)","features":[\n'
  + out.map(f=>JSON.stringify(f)).join(',\n') + '\n]}\n');
console.error('post:', dst, out.length, 'units', verts, 'vertices', fs.statSync(dst).size, 'bytes');
