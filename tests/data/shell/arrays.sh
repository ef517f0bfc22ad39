### elements
a=(x y 'z w'); echo ${a[0]} ${a[2]} ${#a[@]} $a
### all
a=(x 'z w'); for i in "${a[@]}"; do echo "<$i>"; done; for i in ${a[*]}; do echo "<$i>"; done
### append
a=(1); a+=(2 3); a[5]=6; echo "${a[@]}" ${#a[@]} "${!a[@]}"
### negative index
a=(1 2 3); echo ${a[-1]}
### index by arithmetic
a=(1 2 3); i=1; echo ${a[i]} ${a[i+1]} ${a[$i]}
### empty
a=(); echo ${#a[@]}; for i in "${a[@]}"; do echo never; done
### of substitution
a=($(echo 1 2 3)); echo ${#a[@]}
### slice
a=(a b c d e); echo "${a[@]:1:2}" "${a[@]: -2}"
### lengths of elements
a=(a bbb); echo ${#a[1]}
### associative
declare -A m=([one]=1 [two]=2); m[three]=3; echo ${m[one]} ${m[three]} ${#m[@]}
### order of an associative array
declare -A m; for k in r1 r2 r3 h1 h2 sw eth0 eth1 alpha beta gamma host; do m[$k]=x$k; done; echo "${!m[@]}"; echo "${m[@]}"
### keys with blanks
declare -A m; m["a b"]=1; for k in "${!m[@]}"; do echo "<$k>"; done
### unset an element
a=(1 2 3); unset 'a[1]'; echo "${a[@]}" ${#a[@]}; unset a; echo "[${a[@]}]"
### operators on all
a=(a.x b.x); echo "${a[@]%.x}" "${a[@]/#/p-}"
### over several lines
a=(
  one   # first
  "two three"
); echo ${#a[@]} "${a[1]}"
### element as a pair
for pair in a:1 b:2; do IFS=: read n v <<< "$pair"; echo $n=$v; done
### pairs cut
for pair in a:1 b:2; do echo ${pair%%:*} ${pair##*:}; done
### local array
f() { local a=(1 2); a+=(3); echo ${#a[@]}; }; f; echo "[${a[*]}]"
### in arithmetic
a=(1 2 3); echo $((a[0] + a[2])); ((a[1] += 5)); echo ${a[1]}
### copied
a=(1 "2 3"); b=("${a[@]}"); echo ${#b[@]}
### is set
declare -A m=([x]=); [[ -n ${m[x]+set} ]] && echo set; [[ -n ${m[y]+set} ]] || echo unset
