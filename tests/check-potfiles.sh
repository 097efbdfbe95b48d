#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every file with words for people is in po/POTFILES.in, once, in order, and nothing else is.
#
# check-potfiles.sh SOURCE-FOLDER; with --write, writes the list anew.
set -eu
cd "${1:?}"
export LC_ALL=C

list ()
{
  grep -rlE --include='*.c' --include='*.h' '(^|[^[:alnum:]_])(_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2?) ?\(' app ui || true
  grep -rlE --include='*.ui' 'translatable="(yes|true|1)"' app ui resources || true
  ls -- *.desktop data/*.metainfo.xml.in
}

if [ "${2-}" = --write ]; then
  header=$(grep '^#' po/POTFILES.in)
  { echo "$header"; list | sort; } > po/POTFILES.in
  exit 0
fi

expected=$(list | sort)
actual=$(grep -v '^#' po/POTFILES.in)
if [ "$expected" != "$actual" ]; then
  echo 'po/POTFILES.in is not what tests/check-potfiles.sh finds. To mend it: tests/check-potfiles.sh . --write'
  found=$(mktemp)
  echo "$expected" > "$found"
  echo "$actual" | diff -u - "$found" || true
  rm -f "$found"
  exit 1
fi
