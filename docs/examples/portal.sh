#!/usr/bin/env bash
# The portal from a pipeline: plan a document for a stage or all that is out of step, apply what was planned, promote, look for drift, import.
#
#   export PORTAL_URL=https://portal.example.com PORTAL_TOKEN=...      # a personal access token, from the pipeline's secrets
#
#   portal.sh plan    API STAGE FILE    stores FILE as a revision and proposes it; prints the change set as Markdown
#   portal.sh plan    --all [CONNECTION]  proposes everything that is out of step, as one bundle, and waits for it; prints all of its change sets as Markdown
#   portal.sh promote API STAGE         proposes what STAGE runs for the stage after it; prints the change set as Markdown
#   portal.sh apply   RUN               approves exactly what was printed, waits for the end, prints the report
#   portal.sh drift   [CONNECTION]      looks closely at all that the portal applied; prints what somebody else has changed
#   portal.sh terraform CONNECTION NAME FILE   tells the portal what a state of Terraform owns: only ids and addresses of API Gateway leave this machine
#   portal.sh import  CONNECTION [TEAM] prints what the account holds and the portal does not have; with a TEAM it takes it in, and AWS is only read
#
# API, CONNECTION and TEAM are names or ids. What plan and promote proposed is in the file .portal-run: RUN may be left out where that file is.
#
# With PORTAL_STAGES=all, plan --all is about later stages too: each gets what the one before it runs, once that is done, so that apply is called again while it ends with 2.
#
# Exit code: 0 done, or nothing to change; 2 there are changes: to be approved (plan, promote; apply: what came after what is done now), found (drift), to be imported (import);
# 3 a run stopped, or one of several was not done: the report says why; 1 anything else.
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

named() { # the id of what has a name: named PATH WHAT NAME-OR-ID
  case $3 in
    ????????-????-????-????-????????????) printf '%s' "$3"; return ;;
  esac
  call GET "$1" | jq -er --arg name "$3" '[(.items? // .)[] | select(.name == $name) | .id] | if length == 1 then .[0] else empty end' || { echo "There is no $2 named '$3' that you see." >&2; return 1; }
}

bundle() { # proposes everything that is out of step; 0 nothing to change, 2 changes
  local id
  id=$(call POST /bundles --json "$(jq -nc --arg connection "$1" --arg stages "${PORTAL_STAGES:-first}" '{everything: true, laterStages: ($stages == "all")} + (if $connection == "" then {} else {connection: $connection} end)')" | jq -r '.id // empty')
  if [ -z "$id" ]; then
    echo "Everything is in step."
    return 0
  fi
  printf 'bundles/%s\n' "$id" > .portal-run
  bundle_proposed "bundles/$id" > /dev/null
  call GET "/bundles/$id/text"
  # What AWS has already as it shall be is no change; what could not be proposed is one.
  call GET "/bundles/$id?take=1" | jq -e '.counts | keys - ["InStep"] == []' > /dev/null || return 2
}

bundle_proposed() { # waits until all change sets of a bundle that can be are made; prints how it is then
  local view
  for _ in $(seq "${PORTAL_WAIT:-1800}"); do
    view=$(call GET "/$1?take=1")
    if [ "$(printf '%s' "$view" | jq -r .isBeingProposed)" = false ]; then
      printf '%s' "$view"
      return 0
    fi
    sleep 1
  done
  echo "Its change sets are still being made: ask again." >&2
  return 1
}

apply_bundle() { # approves all that can be approved, waits for the end of all; 2 more can be approved now: what came after what is done
  local path=$1 view
  view=$(bundle_proposed "$path")
  if [ "$(printf '%s' "$view" | jq -r .approvable)" -gt 0 ]; then
    call POST "/$path/approve" --json "$(printf '%s' "$view" | jq '{fingerprint, confirmedNames: (if .namesToType == [] then [] else ((env.PORTAL_CONFIRM // "") | split(", ")) end)}')" > /dev/null
  fi
  for _ in $(seq "${PORTAL_WAIT:-1800}"); do
    view=$(call GET "/$path?take=1")
    [ "$(printf '%s' "$view" | jq -r '.isOnItsWay or .isBeingProposed')" = true ] || break
    sleep 1
  done
  call GET "/$path/text"
  [ "$(printf '%s' "$view" | jq -r .isOnItsWay)" = false ] || { echo "It is still on its way: ask again." >&2; return 1; }
  [ "$(printf '%s' "$view" | jq -r .approvable)" = 0 ] || return 2
  printf '%s' "$view" | jq -e '.counts | keys - ["Done", "InStep", "LeftOut"] == []' > /dev/null || return 3
}

drift() { # looks at everything, or at what is on a connection; 0 nothing, 2 somebody changed something
  local status query=${1:+?connection=$1} found
  status=$(call POST /drift/check --json "$(jq -nc --arg connection "$1" '{look: "Full"} + (if $connection == "" then {} else {connection: $connection} end)')")
  for _ in $(seq "${PORTAL_WAIT:-1800}"); do
    [ "$(printf '%s' "$status" | jq -r .waiting)" -gt 0 ] || break
    sleep 1
    status=$(call GET "/drift/status$query")
  done
  [ "$(printf '%s' "$status" | jq -r .waiting)" = 0 ] || { echo "It is still being looked at: ask again." >&2; return 1; }
  found=$(call GET "/drift?state=Open&take=100${1:+&connection=$1}")
  printf '%s' "$found" | jq -r '"# Drift: \(.total) open", "", (.items[] | "- **\(.subjectName)**, \(.placeName): \(.words | join(" "))\(if .who then " (\(.who))" else "" end)")'
  # What could not be looked at is no good news.
  printf '%s' "$status" | jq -er 'if .troubles == [] then empty else "Not looked at: \(.troubles | map(tostring) | join("; "))" end' >&2 && return 1
  [ "$(printf '%s' "$found" | jq -r .total)" = 0 ] || return 2
}

import() { # what is there and not in the portal; with a team it is taken in
  local id=$1 team=$2 preview wanted chunk
  preview=$(call GET "/connections/$id/import")
  printf '%s' "$preview" | jq -r '
    "# Import: \([.restApis, .usagePlans, .things | .[] | select(.standing == "New" or .standing == "Changed")] | length) to be taken in", "",
    (.restApis[] | "- API \(.name) (\(.awsId)): \(.standing)"), (.usagePlans[] | "- usage plan \(.name): \(.standing)"), (.things[] | "- \(.what | ascii_downcase) \(.name): \(.standing)"), (.gone[] | "- \(.what) \(.name): in the portal, and not there")'
  wanted=$(printf '%s' "$preview" | jq -c '{restApis: [.restApis[] | select(.standing == "New" or .standing == "Changed") | .awsId], usagePlans: [.usagePlans[] | select(.standing == "New" or .standing == "Changed") | .awsId], things: [.things[] | select(.standing == "New") | .path]}')
  printf '%s' "$wanted" | jq -e 'all(.[]; . == [])' > /dev/null && return 0
  [ -n "$team" ] || return 2
  # APIs first, a few at a time: plans need their stages.
  while read -r chunk; do
    call POST "/connections/$id/import" --json "$(printf '%s' "$chunk" | jq -c --arg team "$team" '. + {teamId: $team}')" | jq -r '.things[] | "- \(.what) \(.name): \(.result)\(.notes | map(" " + .) | join(""))"'
  done < <(printf '%s' "$wanted" | jq -c '(.restApis | range(0; length; 5) as $at | {restApis: .[$at:$at + 5]}), (if .usagePlans == [] and .things == [] then empty else {usagePlans, things} end)')
}

terraform() { # what a state, or what 'terraform show -json' prints, names of API Gateway: terraform CONNECTION-ID NAME FILE. A state holds secrets: these stay here
  local name named
  name=$(jq -rn --arg name "$2" '$name | @uri')
  named=$(jq -c '
    def ids: with_entries(select(.key | IN("id", "arn", "region", "rest_api_id", "api_id", "stage_name", "name", "domain_name")) | select(.value | type == "string"));
    def ours: .mode == "managed" and (.type | test("^aws_api_?gateway"));
    if .encrypted_data? then {encrypted_data: ""}
    elif .format_version? and .values? then {format_version, values: {root_module: {resources: [.values | .. | objects | .resources? // empty | .[] | select(ours) | {address, mode, type, values: (.values | ids)}]}}}
    elif .version? then {version, resources: [.resources // [] | .[] | select(ours) | {"module": .module, mode, type, name, instances: [.instances[]? | {index_key, attributes: (.attributes // .attributes_flat // {} | ids)}]}]}
    else {format_version} + (if .planned_values? then {planned_values: {}} else {} end) end' "$3") || return 1
  printf '%s' "$named" | call PUT "/connections/$1/terraform-states/$name" -H 'Content-Type: application/json' --data-binary @- |
    jq -r '"\(.state.name) names \(.state.total) things of API Gateway, \(.imported) of them imported.", (if .elsewhere > 0 then "\(.elsewhere) resources of other Regions are left out." else empty end)'
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
    if [ "${2:-}" = --all ]; then
      connection=${3:+$(named /connections connection "$3")}
      bundle "${connection:-}"
      exit
    fi
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
    case $run in
      bundles/*) apply_bundle "$run"; exit ;;
    esac
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
  drift)
    connection=${2:+$(named /connections connection "$2")}
    drift "${connection:-}"
    ;;
  terraform)
    connection=$(named /connections connection "$2")
    terraform "$connection" "$3" "$4"
    ;;
  import)
    connection=$(named /connections connection "$2")
    team=${3:+$(named /teams team "$3")}
    import "$connection" "${team:-}"
    ;;
  *)
    sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2
    exit 1
    ;;
esac
