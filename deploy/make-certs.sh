#!/bin/sh
# One private certificate authority, made at the first start and kept: certificates for the database (name: db) and for the proxy (name: PUBLIC_HOST).
# Usage: make-certs.sh DIRECTORY. What exists is left alone, unless it ends within 30 days; then it is made anew (restart db and proxy to take it up).
set -eu
dir=${1:?say where the certificates go}
host=${PUBLIC_HOST:?say in PUBLIC_HOST which name people type into the browser}
umask 077
mkdir -p "$dir/ca" "$dir/db" "$dir/proxy"

valid() { [ -s "$1" ] && openssl x509 -in "$1" -noout -checkend 2592000 >/dev/null 2>&1; }

if ! [ -s "$dir/ca/ca.key" ] || ! [ -s "$dir/ca.crt" ]; then
  openssl req -x509 -newkey rsa:3072 -sha256 -nodes -days 3650 -subj "/CN=MediSecure private CA" \
    -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" \
    -keyout "$dir/ca/ca.key" -out "$dir/ca.crt" 2>/dev/null
  echo "made a new certificate authority"
fi

# leaf NAME FOLDER SUBJECT-ALTERNATIVE-NAMES
leaf() {
  if valid "$2/server.crt" && [ -s "$2/server.key" ] && openssl verify -CAfile "$dir/ca.crt" "$2/server.crt" >/dev/null 2>&1; then
    return
  fi
  printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth\nkeyUsage=critical,digitalSignature,keyEncipherment\nbasicConstraints=critical,CA:FALSE\n' "$3" >"$2/server.ext"
  openssl req -new -newkey rsa:3072 -sha256 -nodes -subj "/CN=$1" -keyout "$2/server.key.new" -out "$2/server.csr" 2>/dev/null
  openssl x509 -req -sha256 -days 397 -in "$2/server.csr" -CA "$dir/ca.crt" -CAkey "$dir/ca/ca.key" -CAcreateserial \
    -extfile "$2/server.ext" -out "$2/server.crt.new" 2>/dev/null
  mv "$2/server.key.new" "$2/server.key"
  mv "$2/server.crt.new" "$2/server.crt"
  rm -f "$2/server.csr" "$2/server.ext"
  echo "made a certificate for $1"
}

case $host in
  *[!0-9.]*) name="DNS:$host" ;;
  *) name="IP:$host" ;;
esac
leaf db "$dir/db" "DNS:db,DNS:localhost,IP:127.0.0.1"
leaf "$host" "$dir/proxy" "$name"

# Everyone may read what is public. The database runs as the image's user postgres (999) and refuses a key that others can read.
chmod 755 "$dir" "$dir/db" "$dir/proxy"
chmod 644 "$dir/ca.crt" "$dir/db/server.crt" "$dir/proxy/server.crt"
chmod 700 "$dir/ca"
if [ "$(id -u)" -eq 0 ] && id postgres >/dev/null 2>&1; then
  chown postgres:postgres "$dir/db/server.key"
fi
