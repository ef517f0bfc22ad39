### to a file and back
echo a > f; echo b >> f; cat f; cat < f
### here-document
x=1; cat <<EOT
a $x $(echo sub) `echo back` \$x "q" 'q'
	tab
EOT
### quoted here-document
x=1; cat <<'EOT'
a $x `b` \n
EOT
### here-document without tabs
cat <<-EOT
	a
		b
	EOT
### two here-documents
cat <<A; cat <<B
1
A
2
B
### here-document into a loop
while read x; do echo "<$x>"; done <<EOT
a
b c
EOT
### here-document in a pipe
cat <<EOT | while read x; do echo "<$x>"; done
a
EOT
### here-document in a substitution
x=$(cat <<EOT
in ($1)
EOT
); echo "$x"
### here-string
cat <<< "a b"; x="1 2"; cat <<< $x
### errors away
echo a 2>/dev/null; (echo b >&2) 2>/dev/null; echo c >/dev/null
### errors with the output
{ echo a; echo b >&2; } 2>&1 | cat; { echo c >&2; } &> f; cat f
### order of redirections
{ echo a; echo b >&2; } > f 2>&1; cat f
### pipe of errors
{ echo a >&2; } |& cat
### redirection before the command
> f echo a; cat f; < f cat
### for a whole loop
for i in 1 2; do echo $i; done > f; cat f
### of a group
{ echo a; echo b; } > f; cat f
### exec
exec 3>&1; echo a >&3; exec > f; echo hidden; exec >&3; echo b; cat f
### reading by another number
exec 4< <(echo a; echo b); read -u 4 x; read y <&4; echo $x $y
### process substitution
cat <(echo a) <(echo b); while read x; do echo "<$x>"; done < <(printf '1\n2\n')
### no such file
cat < /nonexistent/x 2>/dev/null; echo $?; cat /nonexistent/x 2>/dev/null; echo $?
### empty file
> f; cat f; [ -e f ] && echo there; [ -s f ] || echo empty
### text with a backslash at the end
cat <<EOT
a \
b
EOT
### printf
printf '%s-%s\n' a b c; printf '%d %5d|%-5d|%05d\n' 1 2 3 4; printf '%x %o %c\n' 255 8 abc; printf 'no newline'; echo; printf '%b\n' 'a\tb'; printf '%%\n'
### printf and repetition
printf '<%s>' a b c; echo; printf '%s\n'; printf 'x\n' a b
### printf widths by arguments
printf '%*d|%.2s|%q\n' 5 3 abc 'a b'
### echo
echo -n a; echo -e 'b\tc'; echo -E 'd\t'; echo -ne 'x\n'; echo -x; echo - a
