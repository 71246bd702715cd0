#!/usr/bin/env bash
# Prints, for .env, every image of docker-compose.yml and ops/Dockerfile by the digest that its tag has now. Needs docker buildx and the network.
set -euo pipefail
# shellcheck source=ops/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

have docker || fail "docker is missing: digests are asked of the registries by 'docker buildx imagetools inspect'"
grep -oE '\$\{[A-Z]+_IMAGE:-[^}]+\}' "$ROOT/docker-compose.yml" | sort -u | while IFS= read -r use; do
    name="${use#\$\{}" tag="${use#*:-}"
    name="${name%%:-*}" tag="${tag%\}}"
    digest="$(docker buildx imagetools inspect "$tag" --format '{{.Manifest.Digest}}')"
    [[ $digest =~ ^sha256:[0-9a-f]{64}$ ]] || fail "the registry names no digest for $tag"
    printf '%s=%s@%s\n' "$name" "$tag" "$digest"
done
