# Completes the command line of argmap in fish, which is asked what may stand at the cursor.

function __argmap_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for answer in (command argmap complete fish (count $words) $words "$current" 2>/dev/null)
        switch $answer
            case \tfolder
                __argmap_files "$current" /
            case \tfile
                __argmap_files "$current" ''
            case \tmap
                __argmap_files "$current" '(?:/|\.json)'
            case '*'
                printf '%s\n' "$answer"
        end
    end
end

# __argmap_files CURRENT END: files, but for what would be taken for an option
function __argmap_files
    set -l option (string match -r -- '^--[^=]*=' $argv[1])
    for file in (complete -C "'' "(string replace -r -- '^--[^=]*=' '' $argv[1]))
        string match -qr -- "^[^-].*$argv[2](?:\t.*)?\$" $file
        and printf '%s\n' "$option$file"
    end
end

complete -c argmap -f -a '(__argmap_complete)'
