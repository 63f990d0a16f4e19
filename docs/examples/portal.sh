#!/usr/bin/env bash
# The portal from a pipeline: plan a document for a stage, apply what was planned, promote what a stage runs.
#
#   export PORTAL_URL=https://portal.example.com PORTAL_TOKEN=...      # a personal access token, from the pipeline's secrets
#
#   portal.sh plan    API STAGE FILE    stores FILE as a revision and proposes it; prints the change set as Markdown
#   portal.sh promote API STAGE         proposes what STAGE runs for the stage after it; prints the change set as Markdown
#   portal.sh apply   RUN               approves exactly what was printed, waits for the end, prints the report
#
# API is the name in the catalog or the id. What plan and promote proposed is in the file .portal-run: RUN may be left out where that file is.
#
# Exit code: 0 done, or nothing to change; 2 there are changes, which wait for approval; 3 the run stopped, its report says why; 1 anything else.
set -euo pipefail
: "${PORTAL_URL:?the address of the portal}" "${PORTAL_TOKEN:?a personal access token}"

# The token stays out of the list of processes: curl reads it from a file descriptor.
call() { # call METHOD PATH [curl's arguments]; a refusal is printed in the portal's own words
  local method=$1 path=$2 answer status
  shift 2
  answer=$(curl -sS -X "$method" -K <(printf 'header = "Authorization: Bearer %s"\n' "$PORTAL_TOKEN") -w '\n%{http_code}' "$@" "${PORTAL_URL%/}/api/v1$path")
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  if [ "$status" -ge 400 ]; then
    printf '%s\n' "$answer" | jq -r '.title, .detail // empty, ((.errors // {}) | to_entries[] | "\(.key): \(.value | join(" "))")' >&2
    return 1
  fi
  printf '%s' "$answer"
}

api() { # the id of an API, by id or by its exact name
  case $1 in
    *[!0-9a-f-]* | '') ;;
    *) printf '%s' "$1"; return ;;
  esac
  call GET /apis -G --data-urlencode "search=$1" --data-urlencode take=100 | jq -er --arg name "$1" '[.items[] | select(.name == $name) | .id] | if length == 1 then .[0] else empty end' || { echo "There is no API named '$1' that you see, or several teams have one: give its id." >&2; return 1; }
}

stage() { # the id of a stage: stage API-ID NAME
  call GET "/apis/$1/stages" | jq -er --arg name "$2" '.items[] | select(.name == $name) | .id' || { echo "There is no stage named '$2'." >&2; return 1; }
}

proposed() { # prints what is proposed; 0 nothing to change, 2 changes
  local run=$1 state
  printf '%s\n' "$run" > .portal-run
  call GET "/runs/$run/text"
  state=$(call GET "/runs/$run" | jq -r .state)
  [ "$state" = Done ] || return 2
}

case ${1:-} in
  plan)
    api=$(api "$2") stage=$(stage "$api" "$3")
    revised=$(call POST "/apis/$api/revisions/upload" -F "file=@$4")
    printf '%s' "$revised" | jq -r 'if .isNew then "Revision \(.api.latest.number) is new." else "The document is revision \(.api.latest.number) already." end' >&2
    proposed "$(call POST "/stages/$stage/deployments" --json '{}' | jq -r .runId)"
    ;;
  promote)
    api=$(api "$2") stage=$(stage "$api" "$3")
    proposed "$(call POST "/stages/$stage/promote" --json '{}' | jq -r .runId)"
    ;;
  apply)
    run=${2:-$(cat .portal-run)}
    view=$(call GET "/runs/$run")
    if [ "$(printf '%s' "$view" | jq -r .state)" = Proposed ]; then
      # Only what has this fingerprint is approved: if the run is another by now, the portal refuses.
      call POST "/runs/$run/approve" --json "$(printf '%s' "$view" | jq '{fingerprint, version, confirmedName: (if .nameToType then env.PORTAL_CONFIRM else null end)}')" > /dev/null
    fi
    for _ in $(seq "${PORTAL_WAIT:-1800}"); do
      state=$(call GET "/runs/$run" | jq -r .state)
      case $state in
        Approved | Running) sleep 1 ;;
        *) break ;;
      esac
    done
    call GET "/runs/$run/text"
    case $state in
      Done) exit 0 ;;
      Approved | Running) echo "It is still on its way: ask again." >&2; exit 1 ;;
      *) exit 3 ;;
    esac
    ;;
  *)
    sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2
    exit 1
    ;;
esac
