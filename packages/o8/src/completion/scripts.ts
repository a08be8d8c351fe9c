/** The shells that can be taught. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** One of {@link SHELLS}. */
export type Shell = (typeof SHELLS)[number];

/**
 * What teaches a shell to complete the program. The scripts know nothing of its
 * verbs: they ask it (`o8 __complete WORDS…`), so that they never grow old.
 */
export const SCRIPTS: Record<Shell, string> = {
  bash: `# bash completion for o8. Now: source <(o8 completion bash)
# For good: o8 completion bash > ~/.local/share/bash-completion/completions/o8

_o8() {
  # bash takes words apart at "=" and ":"; put together what stands together.
  local rest="\${COMP_LINE:0:COMP_POINT}" trimmed word i
  local -a words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    trimmed="\${rest#"\${rest%%[![:space:]]*}"}"
    word="\${COMP_WORDS[i]}"
    ((i == COMP_CWORD)) && word="$trimmed"
    if ((i == 0)) || [[ "$trimmed" != "$rest" ]]; then
      words+=("$word")
    else
      words[\${#words[@]}-1]+="$word"
    fi
    rest="\${trimmed#"$word"}"
  done

  local current="\${words[\${#words[@]}-1]}" done_already=""
  # What stands before the last such mark is not bash's to replace.
  [[ "$current" == *[=:]* ]] && done_already="\${current%"\${current##*[=:]}"}"

  local answer value directive
  answer="$(o8 __complete "\${words[@]:1}" 2>/dev/null)" || return
  directive="\${answer##*:}"
  COMPREPLY=()
  while IFS=$'\\t' read -r value _; do
    [[ -n "$value" ]] && COMPREPLY+=("\${value#"$done_already"}")
  done <<<"\${answer%:*}"

  current="\${current#"$done_already"}"
  case "$directive" in
    0) while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$current") ;;
    16) while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -d -- "$current") ;;
    *) return ;;
  esac
  # Folders end in a slash, and what needs quotes gets them.
  compopt -o filenames 2>/dev/null || true
}

complete -F _o8 o8
`,
  zsh: `#compdef o8
# zsh completion for o8. Now, after compinit: source <(o8 completion zsh)
# For good: o8 completion zsh > "\${fpath[1]}/_o8"

_o8() {
  local answer directive line value
  local -a lines candidates
  answer="$(o8 __complete "\${(@Q)words[2,CURRENT]}" 2>/dev/null)" || return
  lines=("\${(@f)answer}")
  directive="\${lines[-1]#:}"
  for line in "\${(@)lines[1,-2]}"; do
    value="\${line%%$'\\t'*}"
    [[ "$line" == *$'\\t'* ]] && line="\${line#*$'\\t'}" || line=""
    candidates+=("\${value//:/\\\\:}\${line:+:$line}")
  done
  ((\${#candidates})) && _describe -V o8 candidates
  case "$directive" in
    0) _files ;;
    16) _files -/ ;;
  esac
}

if [[ "\${funcstack[1]}" == _o8 ]]; then
  _o8 "$@"
else
  compdef _o8 o8
fi
`,
  fish: `# fish completion for o8. Now: o8 completion fish | source
# For good: o8 completion fish > ~/.config/fish/completions/o8.fish

function __o8_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines (o8 __complete $words[2..-1] "$current" 2>/dev/null)
    or return
    set -l directive $lines[-1]
    set -e lines[-1]
    for line in $lines
        echo $line
    end
    switch $directive
        case ':0'
            __fish_complete_path "$current"
        case ':16'
            __fish_complete_directories "$current" ''
    end
end

complete -c o8 -e
complete -c o8 -f -k -a '(__o8_complete)'
`,
};
