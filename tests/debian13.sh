#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds and tests a copy of this tree in a Debian 13 of its own, with everything its newer GTK deprecates as an error.
#
# tests/debian13.sh [ROOT]        as root; needs debootstrap, 3 GB, and the network the first time
set -eu

src=$(cd "$(dirname "$0")/.." && pwd)
root=${1:-/var/tmp/pivot-debian13}
mirror=http://deb.debian.org/debian

if [ "$(id -u)" -ne 0 ]; then
  echo 'debian13.sh: only root can enter another system' >&2
  exit 1
fi

if [ ! -e "$root/usr/bin/apt-get" ]; then
  debootstrap --variant=minbase trixie "$root" $mirror
fi
# Nothing that is installed there may start a service here.
printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
cp /etc/resolv.conf "$root/etc/resolv.conf"

clean_up ()
{
  for mounted in "$root/dev/shm" "$root/proc"; do
    umount "$mounted" 2>/dev/null || true
  done
}
trap clean_up EXIT
trap 'exit 130' INT TERM
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/shm"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"

# What git keeps or would keep; the build folder of the last time stays.
mkdir -p "$root/src"
find "$root/src" -mindepth 1 -maxdepth 1 ! -name _build -exec rm -rf {} +
(cd "$src" && git ls-files -co --exclude-standard -z | xargs -0 ls -d 2>/dev/null | tar -cf - -T -) |
  tar -xf - -C "$root/src"

chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 TERM=dumb sh -eu -c '
  cd /src
  ./pivot setup
  [ -f _build/build.ninja ] || meson setup _build -Dwerror=true -Dstrict_deprecations=true
  ninja -C _build
  exec meson test -C _build --no-rebuild --print-errorlogs --timeout-multiplier 2
'
