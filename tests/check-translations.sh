#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every language in po/LINGUAS has every message of the program, none of them fuzzy.
#
# check-translations.sh SOURCE-FOLDER
set -eu
cd "${1:?}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
status=0

xgettext --files-from=po/POTFILES.in --directory=. --from-code=UTF-8 --add-comments=Translators \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 \
  --flag=g_dngettext:2:pass-c-format --flag=N_:1:pass-c-format --flag=_:1:pass-c-format \
  --output="$folder/all.pot"

grep -v '^#' po/LINGUAS | while read -r language; do
  msgfmt --check --output-file="$folder/$language.mo" "po/$language.po" || exit 1
  msgmerge --quiet --no-fuzzy-matching "po/$language.po" "$folder/all.pot" -o "$folder/$language.po"
  msgattrib --untranslated --no-obsolete "$folder/$language.po" > "$folder/missing.po"
  msgattrib --only-fuzzy --no-obsolete "$folder/$language.po" >> "$folder/missing.po"
  if grep -q '^msgid "..*\|^"..*' "$folder/missing.po"; then
    echo "Messages without a translation in po/$language.po:"
    cat "$folder/missing.po"
    exit 1
  fi
done || status=1

exit $status
