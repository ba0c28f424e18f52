#!/usr/bin/env bash
# The game as a folder that carries its own Python, for families who have none: bash assets/build/bundle.sh OUT
# OUT gets an archive and, where Debian's tools are, a package (.deb) for the system this runs on; on macOS the program in
# an archive, on Windows (Git's bash) the folder that windows/installer.iss makes an installer of. Needs Python 3.11 or
# newer (PYTHON names another), on Linux binutils, and the package index once. BAREFOOT_SCREENSHOTS is the address below
# which a shop finds play.png, map.png and progress.png; without one the description for shops has no pictures.
set -euo pipefail
[[ $# == 1 ]] || { echo "usage: bash assets/build/bundle.sh OUT" >&2; exit 2; }
export PYGAME_HIDE_SUPPORT_PROMPT=1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/bundle" && pwd)
root=$(cd "$here/../../.." && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
system=$(uname -s)
case $system in Linux | Darwin) bin=bin ;; *) bin=Scripts ;; esac
[[ $system != Linux ]] || command -v objdump >/dev/null ||
  { echo "objdump is missing: install binutils" >&2; exit 2; }

"${PYTHON:-python3}" -m venv "$work/venv"
python=$work/venv/$bin/python
"$python" -m pip install -q --disable-pip-version-check "$root" 'pyinstaller>=6.20,<7' 'pillow>=11'
cd "$work" # away from the checkout, so that the installed game is what goes in
version=$("$python" -c 'import game; print(game.__version__)')
"$python" "$here/icons.py" "$work/icons"
BAREFOOT_ICONS=$work/icons BAREFOOT_VERSION=$version \
  "$python" -m PyInstaller --noconfirm --log-level WARN --distpath "$work/dist" --workpath "$work/build" \
  "$here/barefoot-trail.spec"
folder=$work/dist/barefoot-trail
"$python" "$here/licences.py" "$folder/licences"
machine=$(uname -m)

case $system in
Linux) ;;
Darwin)
  app="$work/dist/The Barefoot Trail.app"
  cp -R "$folder/licences" "$app/Contents/Resources/licences"
  codesign --force --deep --sign - "$app" # the licences came after PyInstaller had signed it for this machine
  ditto -c -k --keepParent "$app" "$out/barefoot-trail-$version-macos-$machine.zip"
  exit ;;
*)
  cp "$work/icons/barefoot-trail.ico" "$folder/"
  rm -rf "$out/barefoot-trail" && cp -R "$folder" "$out/barefoot-trail"
  exit ;;
esac

# ---------------------------------------------------------------- Linux: what a desktop wants to know, then both packages
share=$work/share
name=org.barefoot_trail.barefoot_trail.metainfo.xml
mkdir -p "$share/applications" "$share/icons" "$share/metainfo"
cp "$here/linux/barefoot-trail.desktop" "$share/applications/"
cp -R "$work/icons/hicolor" "$share/icons/"
if [[ -n ${BAREFOOT_SCREENSHOTS:-} ]]; then
  sed "s|@SCREENSHOTS@|${BAREFOOT_SCREENSHOTS%/}|" "$here/linux/$name" >"$share/metainfo/$name"
else
  sed '/<screenshots>/,/<\/screenshots>/d' "$here/linux/$name" >"$share/metainfo/$name"
fi
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || date +%s)}
find "$work/dist" "$share" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
plain=(--sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH")

if command -v dpkg-deb >/dev/null; then
  deb=$work/deb
  mkdir -p "$deb/DEBIAN" "$deb/usr/lib" "$deb/usr/bin" "$deb/usr/share/doc/barefoot-trail"
  cp -R "$folder" "$deb/usr/lib/barefoot-trail"
  cp -R "$share/." "$deb/usr/share/"
  ln -s ../lib/barefoot-trail/barefoot-trail "$deb/usr/bin/barefoot-trail"
  mv "$deb/usr/lib/barefoot-trail/licences" "$deb/usr/share/doc/barefoot-trail/licences"
  cp "$root/LICENSE" "$deb/usr/share/doc/barefoot-trail/copyright"
  gzip -9nc "$root/CHANGELOG.md" >"$deb/usr/share/doc/barefoot-trail/CHANGELOG.md.gz"
  # the newest glibc that anything in it asks for
  glibc=$(find "$folder" -type f \( -name '*.so*' -o -name barefoot-trail \) -exec objdump -T {} + 2>/dev/null |
    grep -o 'GLIBC_[0-9.]*' | sort -Vu | tail -n 1)
  chmod -R u+rwX,go+rX,go-w "$deb"
  cat >"$deb/DEBIAN/control" <<EOF
Package: barefoot-trail
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: The Barefoot Trail contributors <barefoot-trail@localhost>
Installed-Size: $(du -ks "$deb/usr" | cut -f1)
Depends: libc6 (>= ${glibc#GLIBC_})
Recommends: libx11-6, libxext6, libxcursor1, libxi6, libxrandr2, libxss1, libwayland-client0, libxkbcommon0, libpulse0
Section: games
Priority: optional
Description: short daily foot routine for children, with animal friends
 A child does a short foot routine, barefoot, on a mat, with animal friends who
 show each exercise and count along. A grown-up looks at how it went and says
 so; then the stars wake up.
 .
 It is made for children with flat feet that roll inwards whom a doctor or
 physiotherapist has given exercises. It does not examine, treat or heal.
 Nothing leaves the computer.
EOF
  dpkg-deb --root-owner-group -Zxz --build "$deb" "$out/barefoot-trail_${version}_$(dpkg --print-architecture).deb" >/dev/null
fi

cp -R "$share" "$folder/share"
cp "$here/linux/install.sh" "$here/linux/READ_ME.txt" "$folder/"
tar -C "$work/dist" "${plain[@]}" -c barefoot-trail | gzip -9n >"$out/barefoot-trail-$version-linux-$machine.tar.gz"
ls -l "$out"
