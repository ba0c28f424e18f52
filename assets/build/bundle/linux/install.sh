#!/bin/sh
# Puts The Barefoot Trail into the menu of whoever runs this; `sh install.sh --remove` takes it out again.
# The family's diary is elsewhere and is touched by neither.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/barefoot-trail.desktop
if [ "${1:-}" = --remove ]; then
  rm -f "$entry" "$share"/icons/hicolor/*/apps/barefoot-trail.png
  echo "The Barefoot Trail is out of the menu. Its folder may be deleted; the diary stays."
  exit 0
fi
mkdir -p "$share/applications" "$share/icons"
cp -R "$here/share/icons/hicolor" "$share/icons/"
# In a desktop entry a path stands in quotes, and of what may be in one these four are escaped.
program=$(printf '%s' "$here/barefoot-trail" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')
sed "s|^Exec=.*|Exec=\"$(printf '%s' "$program" | sed 's/[\\&|]/\\&/g')\"|" "$here/share/applications/barefoot-trail.desktop" >"$entry"
chmod 755 "$entry"
echo "The Barefoot Trail is in the menu now, under games."
