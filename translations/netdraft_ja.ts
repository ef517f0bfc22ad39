<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>&amp;New</source>
        <translation>新規(&amp;N)</translation>
    </message>
    <message>
        <source>Start with an empty network</source>
        <translation>空のネットワークから始めます</translation>
    </message>
    <message>
        <source>New From &amp;Template…</source>
        <translation>テンプレートから新規作成(&amp;T)…</translation>
    </message>
    <message>
        <source>Start with a network of a known shape, of any size</source>
        <translation>定番の形のネットワークを、好きな規模で作って始めます</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project file, a script, or a lab of another program</source>
        <translation>プロジェクトファイル、スクリプト、または他のプログラムのラボを開きます</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>フォルダーを開く(&amp;F)…</translation>
    </message>
    <message>
        <source>Open a folder, such as a Kathará lab or what was captured on a machine</source>
        <translation>Kathará のラボや、マシンから取り込んだ内容などのフォルダーを開きます</translation>
    </message>
    <message>
        <source>&amp;Capture This Machine…</source>
        <translation>このマシンを取り込む(&amp;C)…</translation>
    </message>
    <message>
        <source>Draw the network of this machine, with its namespaces and containers</source>
        <translation>このマシンのネットワークを、名前空間やコンテナも含めて描きます</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Write the project to its file</source>
        <translation>プロジェクトをファイルに保存します</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Write the project to another file</source>
        <translation>プロジェクトを別のファイルに保存します</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>エクスポート(&amp;E)…</translation>
    </message>
    <message>
        <source>Take the network away as a script, configuration files, a lab or a picture</source>
        <translation>ネットワークをスクリプト、設定ファイル、ラボ、または図として書き出します</translation>
    </message>
    <message>
        <source>Save Pac&amp;kets…</source>
        <translation>パケットを保存(&amp;K)…</translation>
    </message>
    <message>
        <source>Write what the tab Packets lists into a capture file that Wireshark opens</source>
        <translation>「パケット」タブの一覧を、Wireshark で開けるキャプチャファイルに保存します</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>ウィンドウを閉じます</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>最後の変更を取り消します</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>取り消した変更をもう一度行います</translation>
    </message>
    <message>
        <source>&amp;Give Addresses…</source>
        <translation>アドレスを割り当て(&amp;G)…</translation>
    </message>
    <message>
        <source>Give every interface an address, every host a gateway and every router its routes</source>
        <translation>すべてのインターフェースにアドレスを、ホストにゲートウェイを、ルーターに経路を割り当てます</translation>
    </message>
    <message>
        <source>&amp;Find Node…</source>
        <translation>ノードを検索(&amp;F)…</translation>
    </message>
    <message>
        <source>Find a node by its name or an address and select it</source>
        <translation>ノードを名前またはアドレスで検索して選択します</translation>
    </message>
    <message>
        <source>Open &amp;Terminal</source>
        <translation>ターミナルを開く(&amp;T)</translation>
    </message>
    <message>
        <source>Type commands on the selected node</source>
        <translation>選択したノードでコマンドを入力します</translation>
    </message>
    <message>
        <source>&amp;Hide Path</source>
        <translation>道筋を隠す(&amp;H)</translation>
    </message>
    <message>
        <source>Stop drawing the way of a packet</source>
        <translation>パケットの道筋の表示を消します</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>コマンドパレット(&amp;C)…</translation>
    </message>
    <message>
        <source>Find any action by its name</source>
        <translation>操作を名前で検索します</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>レイアウトをリセット(&amp;R)</translation>
    </message>
    <message>
        <source>Put every panel back where it was at first</source>
        <translation>すべてのパネルを最初の位置に戻します</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全画面表示(&amp;U)</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>画面全体を使います</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>デスクトップの設定に合わせてライトまたはダークにします</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>明るい背景に暗い文字</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>暗い背景に明るい文字</translation>
    </message>
    <message>
        <source>&amp;Language of the System</source>
        <translation>システムの言語(&amp;L)</translation>
    </message>
    <message>
        <source>The language that the desktop speaks, or English</source>
        <translation>デスクトップの言語、なければ英語</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>Every key and what it does</source>
        <translation>すべてのキーとその働き</translation>
    </message>
    <message>
        <source>&amp;About Netdraft</source>
        <translation>Netdraft について(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>バージョンとライセンス</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>ツール(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Arran&amp;ge</source>
        <translation>配置(&amp;G)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近使ったファイルを開く(&amp;R)</translation>
    </message>
    <message>
        <source>Open &amp;Example</source>
        <translation>サンプルを開く(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>パネル(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>Packet &amp;Before</source>
        <translation>前のパケット(&amp;B)</translation>
    </message>
    <message>
        <source>Look at the packet before, of those that the shown ping sends</source>
        <translation>表示中の ping が送る、1 つ前のパケットを見ます</translation>
    </message>
    <message>
        <source>&amp;Next Packet</source>
        <translation>次のパケット(&amp;N)</translation>
    </message>
    <message>
        <source>Look at the next packet of those that the shown ping sends</source>
        <translation>表示中の ping が送る、次のパケットを見ます</translation>
    </message>
    <message>
        <source>&amp;Play Packets</source>
        <translation>パケットを再生(&amp;P)</translation>
    </message>
    <message>
        <source>Let the packets of the shown ping go by</source>
        <translation>表示中の ping のパケットを連続再生します</translation>
    </message>
    <message>
        <source>&amp;Guess the Next Hop</source>
        <translation>ネクストホップを当てる(&amp;G)</translation>
    </message>
    <message>
        <source>Hide where each packet comes to next until somebody has guessed it</source>
        <translation>各パケットが次に届く先を、答えるまで隠します</translation>
    </message>
    <message>
        <source>&amp;Next Panel</source>
        <translation>次のパネル(&amp;N)</translation>
    </message>
    <message>
        <source>Take the keyboard to the next panel in sight, or back to the canvas</source>
        <translation>キーボードフォーカスを、次の表示中のパネルまたはキャンバスに移します</translation>
    </message>
    <message>
        <source>Pre&amp;vious Panel</source>
        <translation>前のパネル(&amp;V)</translation>
    </message>
    <message>
        <source>Take the keyboard to the panel before</source>
        <translation>キーボードフォーカスを前のパネルに移します</translation>
    </message>
    <message>
        <source>Presenter &amp;Mode</source>
        <translation>プレゼンテーションモード(&amp;M)</translation>
    </message>
    <message>
        <source>Show the drawing alone, in large type and without the answers</source>
        <translation>図だけを大きな文字で、答えなしで表示します</translation>
    </message>
    <message>
        <source>Hide Ans&amp;wers</source>
        <translation>答えを隠す(&amp;W)</translation>
    </message>
    <message>
        <source>While presenting: hide who reaches whom and the way of a packet, or show them</source>
        <translation>プレゼンテーション中に、到達性とパケットの道筋を隠すか表示します</translation>
    </message>
    <message>
        <source>Take the &amp;Tour</source>
        <translation>ツアーを開始(&amp;T)</translation>
    </message>
    <message>
        <source>Five steps through the window</source>
        <translation>ウィンドウを 5 つのステップで紹介します</translation>
    </message>
    <message>
        <source>Go T&amp;o</source>
        <translation>移動(&amp;O)</translation>
    </message>
    <message>
        <source>New &amp;Window</source>
        <translation>新しいウィンドウ(&amp;W)</translation>
    </message>
    <message>
        <source>Work on another network beside this one</source>
        <translation>このネットワークと並べて別のネットワークを編集します</translation>
    </message>
    <message>
        <source>&amp;Start Page</source>
        <translation>スタートページ(&amp;S)</translation>
    </message>
    <message>
        <source>Examples, recent files and other ways to begin</source>
        <translation>サンプル、最近使ったファイル、そのほかの始め方</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>色(&amp;L)</translation>
    </message>
</context>
<context>
    <name>AnnotateTool</name>
    <message>
        <source>%1: drag from one corner or end to the other, or click, or press Enter; Shift for several, Escape ends</source>
        <translation>%1: 角または端から反対側へドラッグするか、クリックするか、Enter を押します（Shift で続けて追加、Esc で終了）</translation>
    </message>
</context>
<context>
    <name>Annotation</name>
    <message>
        <source>%1 “%2”</source>
        <translation>%1「%2」</translation>
    </message>
    <message>
        <source>Colour: %1.</source>
        <translation>色: %1。</translation>
    </message>
</context>
<context>
    <name>AnnotationColour</name>
    <message>
        <source>Grey</source>
        <translation>グレー</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>オレンジ</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫</translation>
    </message>
</context>
<context>
    <name>AnnotationEdits</name>
    <message>
        <source>Add %1</source>
        <translation>%1を追加</translation>
    </message>
    <message>
        <source>Double-click it, or press F2, to write on it</source>
        <translation>ダブルクリックするか F2 を押すと文字を書けます</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 を削除</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 に書き込む</translation>
    </message>
    <message>
        <source>Select the notes, boxes and arrows to colour</source>
        <translation>色を付けるメモ、囲み、矢印を選択してください</translation>
    </message>
    <message>
        <source>Colour annotations</source>
        <translation>注釈の色を変更</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>%1 のサイズを変更</translation>
    </message>
</context>
<context>
    <name>AnnotationKind</name>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>囲み</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>矢印</translation>
    </message>
</context>
<context>
    <name>CanvasAccessible</name>
    <message>
        <source>Nodes: %L1, cables: %L2, annotations: %L3. N goes to the next node, K to the next cable of it, J to the next annotation, Alt with an arrow to the nearest node that way.</source>
        <translation>ノード: %L1、ケーブル: %L2、注釈: %L3。N で次のノード、K でそのノードの次のケーブル、J で次の注釈、Alt + 矢印キーでその方向の最も近いノードに移動します。</translation>
    </message>
</context>
<context>
    <name>CanvasActions</name>
    <message>
        <source>Zoom &amp;In</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>実際のサイズ(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Fit All</source>
        <translation>全体を表示(&amp;F)</translation>
    </message>
    <message>
        <source>Fit &amp;Selection</source>
        <translation>選択範囲を表示(&amp;S)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>すべて選択(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;None</source>
        <translation>選択を解除(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>名前を変更(&amp;N)</translation>
    </message>
    <message>
        <source>Add &amp;Node…</source>
        <translation>ノードを追加(&amp;N)…</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>切り取り(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Fold or Unfold</source>
        <translation>折りたたみ/展開(&amp;F)</translation>
    </message>
    <message>
        <source>Take &amp;Out</source>
        <translation>外に出す(&amp;O)</translation>
    </message>
    <message>
        <source>Align in a &amp;Row</source>
        <translation>横一列に揃える(&amp;R)</translation>
    </message>
    <message>
        <source>Align in a &amp;Column</source>
        <translation>縦一列に揃える(&amp;C)</translation>
    </message>
    <message>
        <source>Spread &amp;Across</source>
        <translation>左右に等間隔で配置(&amp;A)</translation>
    </message>
    <message>
        <source>Spread &amp;Down</source>
        <translation>上下に等間隔で配置(&amp;D)</translation>
    </message>
    <message>
        <source>Lay Out by Ca&amp;bles</source>
        <translation>ケーブルに基づいて配置(&amp;B)</translation>
    </message>
    <message>
        <source>Lay Out in &amp;Layers</source>
        <translation>階層状に配置(&amp;L)</translation>
    </message>
    <message>
        <source>Lay Out in a C&amp;ircle</source>
        <translation>円形に配置(&amp;I)</translation>
    </message>
    <message>
        <source>Lay Out on a &amp;Grid</source>
        <translation>グリッド状に配置(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>複製(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>選択(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>接続(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;Interface Names</source>
        <translation>インターフェース名を表示(&amp;I)</translation>
    </message>
    <message>
        <source>Show A&amp;ddresses</source>
        <translation>アドレスを表示(&amp;D)</translation>
    </message>
    <message>
        <source>Show &amp;Grid</source>
        <translation>グリッドを表示(&amp;G)</translation>
    </message>
    <message>
        <source>Snap to Grid</source>
        <translation>グリッドにスナップ</translation>
    </message>
    <message>
        <source>Show &amp;Overview</source>
        <translation>全体図を表示(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Next Node</source>
        <translation>次のノード(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Node</source>
        <translation>前のノード(&amp;P)</translation>
    </message>
    <message>
        <source>Next &amp;Cable</source>
        <translation>次のケーブル(&amp;C)</translation>
    </message>
    <message>
        <source>Previous Ca&amp;ble</source>
        <translation>前のケーブル(&amp;B)</translation>
    </message>
    <message>
        <source>Shade Su&amp;bnets</source>
        <translation>サブネットを色分け(&amp;B)</translation>
    </message>
    <message>
        <source>Write a &amp;Note</source>
        <translation>メモを書く(&amp;N)</translation>
    </message>
    <message>
        <source>Draw a &amp;Box</source>
        <translation>囲みを描く(&amp;B)</translation>
    </message>
    <message>
        <source>Draw an &amp;Arrow</source>
        <translation>矢印を描く(&amp;A)</translation>
    </message>
    <message>
        <source>Next Anno&amp;tation</source>
        <translation>次の注釈(&amp;T)</translation>
    </message>
    <message>
        <source>Previous Annotat&amp;ion</source>
        <translation>前の注釈(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Install and Start Docker</source>
        <translation>Docker をインストールして起動(&amp;I)</translation>
    </message>
    <message>
        <source>St&amp;op Docker (Rules Stay)</source>
        <translation>Docker を停止 (ルールは残る)(&amp;O)</translation>
    </message>
    <message>
        <source>Remo&amp;ve Docker</source>
        <translation>Docker を削除(&amp;V)</translation>
    </message>
</context>
<context>
    <name>CanvasMenu</name>
    <message>
        <source>&amp;Connect From Here</source>
        <translation>ここから接続(&amp;C)</translation>
    </message>
    <message>
        <source>Set %1 Up</source>
        <translation>%1 をアップにする</translation>
    </message>
    <message>
        <source>Set %1 Down</source>
        <translation>%1 をダウンにする</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1を追加</translation>
    </message>
    <message>
        <source>&amp;Write on It</source>
        <translation>文字を書く(&amp;W)</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>色(&amp;O)</translation>
    </message>
</context>
<context>
    <name>CanvasPartAccessible</name>
    <message>
        <source>Select</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Open Terminal</source>
        <translation>ターミナルを開く</translation>
    </message>
    <message>
        <source>Fold or Unfold</source>
        <translation>折りたたみ/展開</translation>
    </message>
    <message>
        <source>Selects this and nothing else</source>
        <translation>これだけを選択します</translation>
    </message>
    <message>
        <source>Lets one type commands on this node</source>
        <translation>このノードでコマンドを入力できます</translation>
    </message>
    <message>
        <source>Hides what is inside, or shows it again</source>
        <translation>中にあるものを隠すか、再び表示します</translation>
    </message>
    <message>
        <source>Write on It</source>
        <translation>文字を書く</translation>
    </message>
    <message>
        <source>Lets one change the words of this annotation</source>
        <translation>この注釈の文字を変更できます</translation>
    </message>
</context>
<context>
    <name>CanvasWalk</name>
    <message>
        <source>There is no node yet; A adds one</source>
        <translation>ノードがまだありません。A で追加できます</translation>
    </message>
    <message>
        <source>%1 has no cable</source>
        <translation>%1 にはケーブルがありません</translation>
    </message>
    <message>
        <source>Select one node to go through its cables</source>
        <translation>ケーブルを順にたどるには、ノードを 1 つ選択してください</translation>
    </message>
    <message>
        <source>No node lies that way</source>
        <translation>その方向にノードはありません</translation>
    </message>
    <message>
        <source>There is no annotation yet; T writes a note</source>
        <translation>注釈がまだありません。T でメモを書けます</translation>
    </message>
</context>
<context>
    <name>CanvasWords</name>
    <message>
        <source>%L1 more</source>
        <translation>他 %L1 件</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ダウン</translation>
    </message>
    <message>
        <source>up</source>
        <translation>アップ</translation>
    </message>
    <message>
        <source>up, no carrier</source>
        <translation>アップ、キャリアなし</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Forwards IPv4 and IPv6.</source>
        <translation>IPv4 と IPv6 を転送します。</translation>
    </message>
    <message>
        <source>Forwards IPv4.</source>
        <translation>IPv4 を転送します。</translation>
    </message>
    <message>
        <source>Forwards IPv6.</source>
        <translation>IPv6 を転送します。</translation>
    </message>
    <message>
        <source>Does not forward.</source>
        <translation>転送しません。</translation>
    </message>
    <message>
        <source>Inside of %1.</source>
        <translation>%1 の中にあります。</translation>
    </message>
    <message>
        <source>%1, connected to %2</source>
        <translation>%1、%2 に接続</translation>
    </message>
    <message>
        <source>Box of %1, inside: %L2</source>
        <translation>%1 の枠、中のノード: %L2</translation>
    </message>
    <message>
        <source>Holds %1.</source>
        <translation>%1 を含みます。</translation>
    </message>
    <message>
        <source>Cable from %1 to %2</source>
        <translation>%1 から %2 へのケーブル</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>%1 %L2</source>
        <translation>%1 %L2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Routers on the way</source>
        <translation>経由するルーター数</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>ペア</translation>
    </message>
    <message>
        <source>Length of the ways</source>
        <translation>経路の長さ</translation>
    </message>
    <message>
        <source>Pairs that reach</source>
        <translation>到達できるペア</translation>
    </message>
    <message>
        <source>Pairs by subnet</source>
        <translation>サブネット別のペア</translation>
    </message>
    <message>
        <source>Subnet of the destination</source>
        <translation>宛先のサブネット</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>到達</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未到達</translation>
    </message>
    <message>
        <source>Left to chance</source>
        <translation>偶然に左右される</translation>
    </message>
    <message>
        <source>Sizes of tables</source>
        <translation>テーブルの大きさ</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>ノード</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>ネイバー</translation>
    </message>
    <message>
        <source>Policy rules</source>
        <translation>ポリシールール</translation>
    </message>
    <message>
        <source>Packets by cable</source>
        <translation>ケーブル別のパケット</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>ケーブル</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>フレーム</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>ARP and neighbour discovery</source>
        <translation>ARP と近隣探索</translation>
    </message>
    <message>
        <source>Echo requests and replies</source>
        <translation>エコー要求と応答</translation>
    </message>
    <message>
        <source>Other packets</source>
        <translation>そのほかのパケット</translation>
    </message>
    <message>
        <source>Flooded and forwarded</source>
        <translation>フラッディングと転送</translation>
    </message>
    <message>
        <source>Frames that came to the bridge</source>
        <translation>ブリッジに届いたフレーム</translation>
    </message>
    <message>
        <source>Frames so far</source>
        <translation>これまでのフレーム</translation>
    </message>
    <message>
        <source>%1: flooded</source>
        <translation>%1: フラッディング</translation>
    </message>
    <message>
        <source>%1: forwarded</source>
        <translation>%1: 転送</translation>
    </message>
    <message>
        <source>Length of the ways, of one pair in %L1</source>
        <translation>経路の長さ（%L1 組に 1 組）</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>経路</translation>
    </message>
</context>
<context>
    <name>ConnectTool</name>
    <message>
        <source>Connect %1 and %2</source>
        <translation>%1 と %2 を接続</translation>
    </message>
    <message>
        <source>Choose the node at the other end; Escape cancels</source>
        <translation>もう一方の端のノードを選びます（Esc でキャンセル）</translation>
    </message>
    <message>
        <source>A cable starts at a node</source>
        <translation>ケーブルはノードから引き始めます</translation>
    </message>
    <message>
        <source>No node there: choose what to connect to, or Escape</source>
        <translation>そこにノードはありません。接続先を選ぶか、Esc でキャンセルします</translation>
    </message>
    <message>
        <source>A cable needs two different nodes</source>
        <translation>ケーブルには異なる 2 つのノードが必要です</translation>
    </message>
    <message>
        <source>Drag from one node to another, or click one after the other, or go there with N and press Enter</source>
        <translation>ノードから別のノードへドラッグするか、順にクリックするか、N で移動して Enter を押します</translation>
    </message>
    <message>
        <source>Select the node where the cable shall end, and press Enter</source>
        <translation>ケーブルの接続先のノードを選択し、Enter を押します</translation>
    </message>
</context>
<context>
    <name>Docker</name>
    <message>
        <source>Install Docker on %1</source>
        <translation>%1 に Docker をインストール</translation>
    </message>
    <message>
        <source>Start Docker on %1</source>
        <translation>%1 で Docker を起動</translation>
    </message>
    <message>
        <source>Stop Docker on %1</source>
        <translation>%1 で Docker を停止</translation>
    </message>
    <message>
        <source>Remove Docker from %1</source>
        <translation>%1 から Docker を削除</translation>
    </message>
</context>
<context>
    <name>DockerEdits</name>
    <message>
        <source>Select the node that has Docker, or shall have it</source>
        <translation>Docker がある、または置きたいノードを選択してください</translation>
    </message>
    <message>
        <source>Docker runs on %1 already</source>
        <translation>Docker は %1 ですでに動いています</translation>
    </message>
    <message>
        <source>Docker does not run on %1</source>
        <translation>Docker は %1 では動いていません</translation>
    </message>
    <message>
        <source>There is no Docker on %1</source>
        <translation>%1 に Docker はありません</translation>
    </message>
    <message>
        <source>Docker is stopped on %1: its bridges and rules stay</source>
        <translation>%1 の Docker を停止しました: ブリッジとルールは残ります</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>%1 (incomplete)</source>
        <translation>%1（不完全）</translation>
    </message>
</context>
<context>
    <name>Example</name>
    <message>
        <source>Routing: the Lesson</source>
        <translation>ルーティング: 演習</translation>
    </message>
    <message>
        <source>Routing: Solved</source>
        <translation>ルーティング: 解答</translation>
    </message>
    <message>
        <source>Default Gateway</source>
        <translation>デフォルトゲートウェイ</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Switching</source>
        <translation>スイッチング</translation>
    </message>
    <message>
        <source>Two devices get addresses</source>
        <translation>2 台の機器がアドレスを得る</translation>
    </message>
    <message>
        <source>A router between two networks</source>
        <translation>2 つのネットワークの間のルーター</translation>
    </message>
    <message>
        <source>There and back are two ways</source>
        <translation>行きと帰りは別の経路</translation>
    </message>
    <message>
        <source>One route for everything else</source>
        <translation>それ以外すべてのための 1 つの経路</translation>
    </message>
    <message>
        <source>Hosts File</source>
        <translation>hosts ファイル</translation>
    </message>
    <message>
        <source>Each host has names of its own</source>
        <translation>ホストごとに自分の名前を持つ</translation>
    </message>
    <message>
        <source>DNS Server</source>
        <translation>DNS サーバー</translation>
    </message>
    <message>
        <source>One server tells the names</source>
        <translation>1 台のサーバーが名前を教える</translation>
    </message>
    <message>
        <source>Network Namespaces</source>
        <translation>ネットワーク名前空間</translation>
    </message>
    <message>
        <source>Red, blue and a veth pair</source>
        <translation>red と blue と veth ペア</translation>
    </message>
    <message>
        <source>Linux Bridge</source>
        <translation>Linux ブリッジ</translation>
    </message>
    <message>
        <source>NAT and a forwarded port</source>
        <translation>NAT とポート転送</translation>
    </message>
    <message>
        <source>Open vSwitch</source>
        <translation>Open vSwitch</translation>
    </message>
    <message>
        <source>The same by ovs-vsctl</source>
        <translation>同じことを ovs-vsctl で</translation>
    </message>
    <message>
        <source>Docker Networks</source>
        <translation>Docker のネットワーク</translation>
    </message>
    <message>
        <source>None, host, bridge, your own</source>
        <translation>none、host、bridge、自作</translation>
    </message>
    <message>
        <source>CNI by Hand</source>
        <translation>手作業の CNI</translation>
    </message>
    <message>
        <source>What a runtime does</source>
        <translation>ランタイムがすること</translation>
    </message>
    <message>
        <source>Cluster Ports</source>
        <translation>クラスターのポート</translation>
    </message>
    <message>
        <source>Who listens, who must reach it</source>
        <translation>誰が待ち受け、誰が届くべきか</translation>
    </message>
    <message>
        <source>Pod Networking</source>
        <translation>Pod ネットワーク</translation>
    </message>
    <message>
        <source>A bridge per node, and routes</source>
        <translation>ノードごとのブリッジと経路</translation>
    </message>
    <message>
        <source>CNI in the Kubelet</source>
        <translation>kubelet の中の CNI</translation>
    </message>
    <message>
        <source>From a pod to its address</source>
        <translation>Pod がアドレスを得るまで</translation>
    </message>
    <message>
        <source>Deploying an Overlay</source>
        <translation>オーバーレイの導入</translation>
    </message>
    <message>
        <source>Weave Net from its manifest</source>
        <translation>マニフェストから Weave Net</translation>
    </message>
    <message>
        <source>A link-local default gateway</source>
        <translation>リンクローカルのデフォルトゲートウェイ</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>API group of the resource</source>
        <translation>リソースの API グループ</translation>
    </message>
    <message>
        <source>Image of the containers</source>
        <translation>コンテナのイメージ</translation>
    </message>
    <message>
        <source>Servers between which the nodes are spread</source>
        <translation>ノードを分散させるサーバー</translation>
    </message>
    <message>
        <source>Lab script (bash)</source>
        <translation>ラボスクリプト (bash)</translation>
    </message>
    <message>
        <source>a script that builds the network in namespaces, checks it and takes it down</source>
        <translation>名前空間でネットワークを構築し、検査し、撤去するスクリプト</translation>
    </message>
    <message>
        <source>Plain commands</source>
        <translation>コマンドのみ</translation>
    </message>
    <message>
        <source>the commands for each device, as lesson notes give them</source>
        <translation>教材の形で示した、デバイスごとのコマンド</translation>
    </message>
    <message>
        <source>Batch files (ip -batch)</source>
        <translation>バッチファイル (ip -batch)</translation>
    </message>
    <message>
        <source>a folder of files for `ip -batch` and `bridge -batch`</source>
        <translation>`ip -batch` と `bridge -batch` 用のファイルのフォルダー</translation>
    </message>
    <message>
        <source>ifupdown (interfaces)</source>
        <translation>ifupdown (interfaces)</translation>
    </message>
    <message>
        <source>a folder with etc/network/interfaces for each node</source>
        <translation>ノードごとの etc/network/interfaces を収めたフォルダー</translation>
    </message>
    <message>
        <source>netplan</source>
        <translation>netplan</translation>
    </message>
    <message>
        <source>a folder with etc/netplan/ for each node</source>
        <translation>ノードごとの etc/netplan/ を収めたフォルダー</translation>
    </message>
    <message>
        <source>systemd-networkd</source>
        <translation>systemd-networkd</translation>
    </message>
    <message>
        <source>a folder with etc/systemd/network/ for each node</source>
        <translation>ノードごとの etc/systemd/network/ を収めたフォルダー</translation>
    </message>
    <message>
        <source>Settings (sysctl.d)</source>
        <translation>カーネル設定 (sysctl.d)</translation>
    </message>
    <message>
        <source>a folder with etc/sysctl.d/ for each node</source>
        <translation>ノードごとの etc/sysctl.d/ を収めたフォルダー</translation>
    </message>
    <message>
        <source>iptables-persistent</source>
        <translation>iptables-persistent</translation>
    </message>
    <message>
        <source>a folder with etc/iptables/rules.v4 and rules.v6 for each node</source>
        <translation>ノードごとの etc/iptables/rules.v4 と rules.v6 を収めたフォルダー</translation>
    </message>
    <message>
        <source>Kathará lab folder</source>
        <translation>Kathará ラボフォルダー</translation>
    </message>
    <message>
        <source>a lab for Kathará, in containers or with Megalos on Kubernetes: lab.conf and startup scripts</source>
        <translation>Kathará 用のラボ（コンテナ、または Kubernetes 上の Megalos）: lab.conf と起動スクリプト</translation>
    </message>
    <message>
        <source>containerlab topology</source>
        <translation>containerlab トポロジー</translation>
    </message>
    <message>
        <source>a lab for containerlab: containers that their commands configure</source>
        <translation>containerlab 用のラボ: コマンドで設定されるコンテナ</translation>
    </message>
    <message>
        <source>clabernetes topology</source>
        <translation>clabernetes トポロジー</translation>
    </message>
    <message>
        <source>the same on Kubernetes with clabernetes: a resource Topology</source>
        <translation>同じラボを clabernetes により Kubernetes 上で: Topology リソース</translation>
    </message>
    <message>
        <source>Mininet script</source>
        <translation>Mininet スクリプト</translation>
    </message>
    <message>
        <source>a script that builds the network with Mininet 2.3, and checks it</source>
        <translation>Mininet 2.3 でネットワークを構築し、検査するスクリプト</translation>
    </message>
    <message>
        <source>CORE session</source>
        <translation>CORE セッション</translation>
    </message>
    <message>
        <source>a session of CORE 9.2, with the commands of each node as its service</source>
        <translation>CORE 9.2 のセッション（各ノードのコマンドをサービスとして登録）</translation>
    </message>
    <message>
        <source>Lab sheet (Markdown)</source>
        <translation>ラボシート (Markdown)</translation>
    </message>
    <message>
        <source>a sheet with the drawing, tables of addresses, routes and rules, commands, and who reaches whom</source>
        <translation>図、アドレス・経路・ルールの表、コマンド、到達性をまとめたシート</translation>
    </message>
    <message>
        <source>Drawing for Mermaid</source>
        <translation>Mermaid の図</translation>
    </message>
    <message>
        <source>the drawing as a flowchart of Mermaid</source>
        <translation>Mermaid のフローチャート形式の図</translation>
    </message>
    <message>
        <source>Drawing for Graphviz</source>
        <translation>Graphviz の図</translation>
    </message>
    <message>
        <source>the drawing in Graphviz's language</source>
        <translation>Graphviz の言語による図</translation>
    </message>
    <message>
        <source>Picture (SVG)</source>
        <translation>画像（SVG）</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>画像（PNG）</translation>
    </message>
    <message>
        <source>Picture (PDF)</source>
        <translation>画像（PDF）</translation>
    </message>
    <message>
        <source>Docker commands</source>
        <translation>Docker コマンド</translation>
    </message>
    <message>
        <source>a folder with docker.sh for each node with Docker: its networks and containers</source>
        <translation>Docker のあるノードごとの docker.sh を収めたフォルダー: そのネットワークとコンテナー</translation>
    </message>
    <message>
        <source>Names (hosts, DNS)</source>
        <translation>名前 (hosts、DNS)</translation>
    </message>
    <message>
        <source>a folder with hosts, resolv.conf and the name servers' files of each node</source>
        <translation>ノードごとの hosts、resolv.conf、ネームサーバーのファイルを収めたフォルダー</translation>
    </message>
    <message>
        <source>Docker Compose</source>
        <translation>Docker Compose</translation>
    </message>
    <message>
        <source>a folder with compose.yaml for each node with Docker: its containers and networks</source>
        <translation>Docker のあるノードごとの compose.yaml を収めたフォルダー: そのコンテナーとネットワーク</translation>
    </message>
    <message>
        <source>Kubernetes manifests</source>
        <translation>Kubernetes マニフェスト</translation>
    </message>
    <message>
        <source>a folder with the manifests of a cluster, and each node's CNI configuration and kubeadm</source>
        <translation>クラスターのマニフェストと、各ノードの CNI 設定と kubeadm を収めたフォルダー</translation>
    </message>
</context>
<context>
    <name>FrameItem</name>
    <message>
        <source>%1 %2, inside: %L3</source>
        <translation>%1 %2（内部: %L3）</translation>
    </message>
</context>
<context>
    <name>Insertion</name>
    <message>
        <source>Insert %1 between %2 and %3</source>
        <translation>%2 と %3 の間に %1 を挿入</translation>
    </message>
</context>
<context>
    <name>MatrixGroups</name>
    <message>
        <source>no address</source>
        <translation>アドレスなし</translation>
    </message>
</context>
<context>
    <name>MendWords</name>
    <message>
        <source>port {} of {} on {}</source>
        <translation>{2} の {1} のポート {0}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{1} の {0}</translation>
    </message>
</context>
<context>
    <name>MoveGesture</name>
    <message>
        <source>Move %1</source>
        <translation>%1 を移動</translation>
    </message>
    <message>
        <source>Move %1 nodes</source>
        <translation>%1 個のノードを移動</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>%1 個のノード</translation>
    </message>
    <message>
        <source>Move %1 into %2</source>
        <translation>%1 を %2 の中へ移動</translation>
    </message>
    <message>
        <source>Move %1 out</source>
        <translation>%1 を外へ移動</translation>
    </message>
    <message>
        <source>Move %1 objects</source>
        <translation>%1 個のオブジェクトを移動</translation>
    </message>
</context>
<context>
    <name>NodeKind</name>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>スイッチ</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>ルーター</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>名前空間</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>マシン</translation>
    </message>
</context>
<context>
    <name>NodeTable</name>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>インターフェース</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>VLAN</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>ブリッジ</translation>
    </message>
    <message>
        <source>Tunnel end</source>
        <translation>トンネルの端点</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>フラグ</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先度</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>プロトコル</translation>
    </message>
    <message>
        <source>Local address</source>
        <translation>ローカルアドレス</translation>
    </message>
    <message>
        <source>Peer address</source>
        <translation>相手アドレス</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>近隣</translation>
    </message>
    <message>
        <source>FDB</source>
        <translation>FDB</translation>
    </message>
    <message>
        <source>VLANs</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>Policy Rules</source>
        <translation>ポリシールール</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>ソケット</translation>
    </message>
</context>
<context>
    <name>NodeWords</name>
    <message>
        <source>no port</source>
        <translation>ポートなし</translation>
    </message>
    <message>
        <source>1 port</source>
        <translation>1 ポート</translation>
    </message>
    <message>
        <source>%1 ports</source>
        <translation>%1 ポート</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Palette</source>
        <translation>パレット</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>インスペクター</translation>
    </message>
    <message>
        <source>Routing Table</source>
        <translation>ルーティングテーブル</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Reachability</source>
        <translation>到達性</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>パケット</translation>
    </message>
    <message>
        <source>What If</source>
        <translation>障害の影響</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>ターミナル</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Cluster Ports</source>
        <translation>クラスターのポート</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>テーブル</translation>
    </message>
</context>
<context>
    <name>PassageFilter</name>
    <message>
        <source>Behind “node” stands the name of one node, then “and” or nothing.</source>
        <translation>「node」の後にはノード名を 1 つ書き、その後は「and」を続けるか、そこで終えます。</translation>
    </message>
    <message>
        <source>There is no node “%1”.</source>
        <translation>「%1」というノードはありません。</translation>
    </message>
</context>
<context>
    <name>PlaceTool</name>
    <message>
        <source>Add %1</source>
        <translation>%1 を追加</translation>
    </message>
    <message>
        <source>%1: click where it shall stand, or press Enter; Shift for several, Escape ends</source>
        <translation>%1: 配置する場所をクリックするか、Enter を押します（Shift で続けて配置、Esc で終了）</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>About Netdraft</source>
        <translation>Netdraft について</translation>
    </message>
    <message>
        <source>&lt;p&gt;Draw Linux networks, see who reaches whom and why not, and take the commands that build them along.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later; it comes with no warranty. Made with Qt %1.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Linux ネットワークを描き、どのノードがどこに到達できるか、なぜ到達できないかを確かめ、そのネットワークを構築するコマンドを持ち出せます。&lt;/p&gt;&lt;p&gt;GNU General Public License バージョン 3 またはそれ以降に基づくフリーソフトウェアであり、無保証です。Qt %1 を使用しています。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>an untitled network</source>
        <translation>無題のネットワーク</translation>
    </message>
    <message>
        <source>Recover Unsaved Changes</source>
        <translation>未保存の変更の復元</translation>
    </message>
    <message>
        <source>Netdraft did not end properly. Recover the unsaved changes to %1?</source>
        <translation>Netdraft が正常に終了しませんでした。%1 の未保存の変更を復元しますか？</translation>
    </message>
    <message>
        <source>They were kept on %1.</source>
        <translation>%1 に保存されたものです。</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>復元(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄(&amp;D)</translation>
    </message>
    <message>
        <source>Ask &amp;Later</source>
        <translation>後で確認(&amp;L)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>{} by {}</source>
        <translation>{1} 経由の {0}</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} と {}</translation>
    </message>
    <message>
        <source>nobody listens on {} at {}</source>
        <translation>{1} には {0} を待ち受けるプログラムがありません</translation>
    </message>
    <message>
        <source>{} listens on {} for {} only, not for {}</source>
        <translation>{} は {} を {} 宛てでのみ待ち受けており、{} 宛てでは待ち受けていません</translation>
    </message>
    <message>
        <source>the answer comes from {}, which is not what {} asked</source>
        <translation>応答の送信元が {} で、{} が問い合わせた相手ではありません</translation>
    </message>
    <message>
        <source>{} reaches {} of {}, which does not answer</source>
        <translation>{0} から {2} の {1} に到達しますが、応答がありません</translation>
    </message>
    <message>
        <source>{} reaches {} of {}</source>
        <translation>{0} から {2} の {1} に到達できます</translation>
    </message>
    <message>
        <source>the default route</source>
        <translation>デフォルト経路</translation>
    </message>
    <message>
        <source>the route {}</source>
        <translation>経路 {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{1} の {0}</translation>
    </message>
    <message>
        <source>the policy of chain {} in nft table {}</source>
        <translation>nft テーブル {1} のチェーン {0} のポリシー</translation>
    </message>
    <message>
        <source>rule {} (handle {}) of chain {} in nft table {}</source>
        <translation>nft テーブル {3} のチェーン {2} の {0} 番目のルール（handle {1}）</translation>
    </message>
    <message>
        <source>the policy of chain {} in table {}</source>
        <translation>テーブル {1} のチェーン {0} のポリシー</translation>
    </message>
    <message>
        <source>rule {} of chain {} in table {}</source>
        <translation>テーブル {2} のチェーン {1} の {0} 番目のルール</translation>
    </message>
    <message>
        <source>{} has a fixed neighbour entry for {} on {} whose link-layer address is not there</source>
        <translation>{0} は {2} に {1} の静的な近隣エントリを持っていますが、そのリンク層アドレスを持つ相手がいません</translation>
    </message>
    <message>
        <source>ARP is off on {} of {}, which so asks nobody for the link-layer address of {}</source>
        <translation>{1} の {0} では ARP が無効なため、{2} のリンク層アドレスを問い合わせません</translation>
    </message>
    <message>
        <source>the frame from {} to {} on {} comes to nobody who has its link-layer address</source>
        <translation>{0} が {2} から {1} へ送るフレームは、宛先のリンク層アドレスを持つ相手に届きません</translation>
    </message>
    <message>
        <source>{} has no carrier: the other end is down</source>
        <translation>{} にキャリアがありません: 対向側がダウンしています</translation>
    </message>
    <message>
        <source>{} has no carrier: it has no members</source>
        <translation>{} にキャリアがありません: メンバーがありません</translation>
    </message>
    <message>
        <source>{} has no carrier: none of its members has</source>
        <translation>{} にキャリアがありません: どのメンバーにもキャリアがありません</translation>
    </message>
    <message>
        <source>{} has no {} tunnel to take what {} sends (local {}, remote {})</source>
        <translation>{0} には、{2} からのパケットを受け取る {1} トンネルがありません（local {3}、remote {4}）</translation>
    </message>
    <message>
        <source>{} sends from {}, which is no address of {}</source>
        <translation>{} の送信元 {} は {} のアドレスではありません</translation>
    </message>
    <message>
        <source>{} carries no VLAN {}</source>
        <translation>{} は VLAN {} を通しません</translation>
    </message>
    <message>
        <source>port {} of {} on {}</source>
        <translation>{2} の {1} のポート {0}</translation>
    </message>
    <message>
        <source>{} carries no frames without a tag</source>
        <translation>{} はタグなしフレームを通しません</translation>
    </message>
    <message>
        <source>{} is an access port, and takes no frames with a tag</source>
        <translation>{} はアクセスポートなので、タグ付きフレームを受け付けません</translation>
    </message>
    <message>
        <source>{} is in VLAN {}, and the frame in none</source>
        <translation>{} は VLAN {} に属していますが、フレームはどの VLAN にも属していません</translation>
    </message>
    <message>
        <source>{} is in VLAN {}, and carries no VLAN {}</source>
        <translation>{} は VLAN {} に属しており、VLAN {} を通しません</translation>
    </message>
    <message>
        <source> in VRF {}</source>
        <translation> VRF {} 内に</translation>
    </message>
    <message>
        <source> outside of VRF {}</source>
        <translation> VRF {} の外に</translation>
    </message>
    <message>
        <source>{} is reached</source>
        <translation>{} に到達できます</translation>
    </message>
    <message>
        <source>{} turns packets to {} away, as IPv6 does for every route out by lo ({})</source>
        <translation>IPv6 では lo から出る経路はすべて拒否されるため、{} は {} へのパケットを拒否します（{}）</translation>
    </message>
    <message>
        <source>{} has no route to {}{}</source>
        <translation>{0} では{2} {1} への経路が見つかりません</translation>
    </message>
    <message>
        <source>{} discards packets to {}: blackhole route {}</source>
        <translation>{} は {} へのパケットを黙って破棄します: blackhole 経路 {}</translation>
    </message>
    <message>
        <source>{} refuses packets to {}: unreachable route {}</source>
        <translation>{} は {} へのパケットを到達不能として拒否します: unreachable 経路 {}</translation>
    </message>
    <message>
        <source>{} forbids packets to {}: prohibit route {}</source>
        <translation>{} は {} へのパケットを禁止しています: prohibit 経路 {}</translation>
    </message>
    <message>
        <source>{} does not forward {} packets</source>
        <translation>{} は {} パケットを転送しません</translation>
    </message>
    <message>
        <source>{} asks for {} on {}, and nobody answers{}</source>
        <translation>{0} は {2} で {1} を問い合わせますが、誰も応答しません{3}</translation>
    </message>
    <message>
        <source>{} is down</source>
        <translation>{} がダウンしています</translation>
    </message>
    <message>
        <source>lo of {} is down, so it cannot reach itself</source>
        <translation>{} の lo がダウンしているため、自分自身に到達できません</translation>
    </message>
    <message>
        <source>{} sends packets to {} back to itself by lo, and drops them ({})</source>
        <translation>{} は {} へのパケットを lo で自分自身に戻し、破棄します（{}）</translation>
    </message>
    <message>
        <source>{} drops the packet from {}, for that address is its own</source>
        <translation>{} は、送信元 {} が自分自身のアドレスであるため、そのパケットを破棄します</translation>
    </message>
    <message>
        <source>{} drops the packet from {}: its way back there is another link, and rp_filter asks for the same</source>
        <translation>{} は {} からのパケットを破棄します: 戻りの経路が別のリンクになりますが、rp_filter は同じリンクであることを求めます</translation>
    </message>
    <message>
        <source>{} does not forward packets from the link-local address {}</source>
        <translation>{} は、リンクローカルアドレス {} からのパケットを転送しません</translation>
    </message>
    <message>
        <source>the packet circles until its time to live is used up, last at {}</source>
        <translation>パケットは TTL が尽きるまで循環します（最後は {}）</translation>
    </message>
    <message>
        <source>the time to live that {} gives its packets is used up at {}</source>
        <translation>{} が送り出すパケットの TTL が {} で尽きます</translation>
    </message>
    <message>
        <source>the packet is larger than the MTU of a link behind {} of {}</source>
        <translation>パケットが {1} の {0} の先にあるリンクの MTU を超えています</translation>
    </message>
    <message>
        <source>the packet is larger than the MTU of the way out of {}</source>
        <translation>パケットが {} の送出側の MTU を超えています</translation>
    </message>
    <message>
        <source>{} has no {} address to send from</source>
        <translation>{} には送信元に使える {} アドレスがありません</translation>
    </message>
    <message>
        <source>for {} {} is a broadcast address, which nobody answers ({})</source>
        <translation>{} にとって {} はブロードキャストアドレスなので、誰も応答しません（{}）</translation>
    </message>
    <message>
        <source>the switches behind {} of {} form a loop, and frames circle in it</source>
        <translation>{1} の {0} の先でスイッチがループを構成し、フレームが循環しています</translation>
    </message>
    <message>
        <source>the reply came to {}, which has the address {} too</source>
        <translation>応答が、同じアドレス {1} を持つ {0} に届きました</translation>
    </message>
    <message>
        <source>{} answers no echo requests (icmp_echo_ignore_all)</source>
        <translation>{} はエコー要求に応答しません（icmp_echo_ignore_all）</translation>
    </message>
    <message>
        <source>{} of {} drops the packet</source>
        <translation>{1} では、{0}がパケットを破棄します</translation>
    </message>
    <message>
        <source>the connection tracking of {} drops the packet</source>
        <translation>{} のコネクション追跡がパケットを破棄します</translation>
    </message>
    <message>
        <source>{} of {} rejects the packet</source>
        <translation>{1} では、{0}がパケットを拒否します</translation>
    </message>
    <message>
        <source>{} does not take part in the frame's VLAN</source>
        <translation>{} はフレームの VLAN に属していません</translation>
    </message>
    <message>
        <source>{} is private, and passes nothing to others on its parent</source>
        <translation>{} は private モードなので、親を共有する他のインターフェースには何も渡しません</translation>
    </message>
    <message>
        <source>{} is isolated from the port that the frame came by</source>
        <translation>{} は、フレームが入ってきたポートから分離されています</translation>
    </message>
    <message>
        <source>{} does not know where the frame's address is, and no port takes frames for unknown ones</source>
        <translation>{} はフレームの宛先の場所を学習しておらず、未知の宛先のフレームを流すポートもありません</translation>
    </message>
    <message>
        <source>{} does not forward</source>
        <translation>{} は転送状態ではありません</translation>
    </message>
    <message>
        <source>{} is locked, and takes no frames from senders whose entry it does not have</source>
        <translation>{} はロックされており、エントリのない送信元からのフレームを受け付けません</translation>
    </message>
    <message>
        <source>{} has no end of the tunnel to send to</source>
        <translation>{} には送り先となるトンネルの対向がありません</translation>
    </message>
    <message>
        <source>{} has a VXLAN link on that port, and none with the VNI</source>
        <translation>{} のそのポートに VXLAN リンクはありますが、該当する VNI のものがありません</translation>
    </message>
    <message>
        <source>{} has another key than {}</source>
        <translation>{} のキーが {} と異なります</translation>
    </message>
    <message>
        <source>the way to the far end of {} leads into {} itself</source>
        <translation>{} の対向への道筋が {} 自身を通っています</translation>
    </message>
    <message>
        <source>VRF {} of {} is down, so that it answers nobody there</source>
        <translation>VRF {} がダウンしているため、{} はそこで誰にも応答しません</translation>
    </message>
    <message>
        <source>{} carries no {} packets</source>
        <translation>{} は {} パケットを通しません</translation>
    </message>
    <message>
        <source>{} is not the active member of its bond, which takes no frames by it</source>
        <translation>{} はボンドのアクティブメンバーではないため、そこに届くフレームをボンドは受け付けません</translation>
    </message>
    <message>
        <source>nobody listens on the port at {}</source>
        <translation>{} にはそのポートで待ち受けるプログラムがありません</translation>
    </message>
    <message>
        <source>{} leads nowhere</source>
        <translation>{} の先には何もありません</translation>
    </message>
    <message>
        <source>what {} does with it is not modelled</source>
        <translation>{} がそれをどう扱うかはモデル化されていません</translation>
    </message>
    <message>
        <source>what becomes of the packet from {} is not modelled</source>
        <translation>{} から先でパケットがどうなるかはモデル化されていません</translation>
    </message>
    <message>
        <source>{} (so {} does not find its neighbour {})</source>
        <translation>{}（そのため {} は近隣ノード {} を見つけられません）</translation>
    </message>
    <message>
        <source>{} (on the way from {} to {})</source>
        <translation>{}（{} から {} への往路）</translation>
    </message>
    <message>
        <source>{} (on the way back from {} to {}, {})</source>
        <translation>{}（{} から {} への復路、宛先 {}）</translation>
    </message>
    <message>
        <source>{} reaches {}</source>
        <translation>{} から {} に到達できます</translation>
    </message>
    <message>
        <source>: {} of {} has {} too, whose duplicate detection failed, and believes nobody who says he has it</source>
        <translation>: {1} の {0} にも {2} がありますが、重複アドレス検出に失敗しており、それを名乗る応答を信用しません</translation>
    </message>
    <message>
        <source>: {} of {} has {} too, whose duplicate detection failed</source>
        <translation>: {1} の {0} にも {2} がありますが、重複アドレス検出に失敗しています</translation>
    </message>
    <message>
        <source>: {} is on {}, which {} lies on, and the two never hear each other</source>
        <translation>: {} は {} にあり、{} はその上に作られているため、両者の間でフレームは届きません</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, a port of {}, which takes every frame that comes to it</source>
        <translation>: {0} は {2} の {1} にありますが、これは {3} のポートで、届いたフレームはすべてそちらに取られます</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, which lies on {}, and the two never hear each other</source>
        <translation>: {0} は {2} の {1} にあり、それは {3} の上に作られているため、両者の間でフレームは届きません</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, which in mode {} answers for no address</source>
        <translation>: {0} は {2} の {1} にありますが、モード {3} ではどのアドレスの問い合わせにも応答しません</translation>
    </message>
    <message>
        <source>: {} has {} itself, and believes nobody who says he has it</source>
        <translation>: {} 自身が {} を持っているため、それを名乗る応答を信用しません</translation>
    </message>
    <message>
        <source>{} of {} drops the packet: Docker has set it to DROP, and bridge-nf-call-iptables lets it see bridged frames</source>
        <translation>{1} では、{0}がパケットを破棄します: Docker が DROP に設定し、bridge-nf-call-iptables がブリッジを通るフレームも見せています</translation>
    </message>
    <message>
        <source>{} of {} drops the packet: Docker has set it to DROP</source>
        <translation>{1} では、{0}がパケットを破棄します: Docker が DROP に設定しました</translation>
    </message>
    <message>
        <source>the qdisc of {} drops it</source>
        <translation>{} の qdisc が破棄します</translation>
    </message>
</context>
<context>
    <name>Render</name>
    <message>
        <source>Network drawing</source>
        <translation>ネットワーク図</translation>
    </message>
</context>
<context>
    <name>Routes</name>
    <message>
        <source>“%1” is no network: write one like 192.168.2.0/24, or default</source>
        <translation>「%1」はネットワークではありません。192.168.2.0/24 または default のように入力してください</translation>
    </message>
    <message>
        <source>A network is written like 192.168.2.0/24</source>
        <translation>ネットワークは 192.168.2.0/24 のように入力します</translation>
    </message>
    <message>
        <source>A gateway is an address like 192.168.1.6</source>
        <translation>ゲートウェイは 192.168.1.6 のようなアドレスです</translation>
    </message>
    <message>
        <source>“%1” cannot name an interface</source>
        <translation>「%1」はインターフェース名にできません</translation>
    </message>
    <message>
        <source>A metric is a number; the smallest one wins</source>
        <translation>メトリックは数値で、最小のものが優先されます</translation>
    </message>
    <message>
        <source>A type is unicast, blackhole, unreachable, prohibit or throw</source>
        <translation>タイプは unicast、blackhole、unreachable、prohibit、throw のいずれかです</translation>
    </message>
</context>
<context>
    <name>RuleRows</name>
    <message>
        <source>policy %1</source>
        <translation>ポリシー %1</translation>
    </message>
    <message>
        <source>every packet</source>
        <translation>すべてのパケット</translation>
    </message>
</context>
<context>
    <name>SelectionEdits</name>
    <message>
        <source>The machine itself stays; remove its links instead</source>
        <translation>マシン自体は削除できません。代わりにリンクを削除してください</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 を削除</translation>
    </message>
    <message>
        <source>Remove %1 objects</source>
        <translation>%1 個のオブジェクトを削除</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 を複製</translation>
    </message>
    <message>
        <source>Duplicate %1 nodes</source>
        <translation>%1 個のノードを複製</translation>
    </message>
    <message>
        <source>The machine itself cannot be copied</source>
        <translation>マシン自体はコピーできません</translation>
    </message>
    <message>
        <source>Nodes copied: %L1</source>
        <translation>コピーしたノード: %L1</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>%1 を貼り付け</translation>
    </message>
    <message>
        <source>Paste %1 nodes</source>
        <translation>%1 個のノードを貼り付け</translation>
    </message>
    <message>
        <source>Select three nodes or more to spread them</source>
        <translation>等間隔で配置するには、ノードを 3 つ以上選択してください</translation>
    </message>
    <message>
        <source>Select two nodes or more to align them</source>
        <translation>揃えるには、ノードを 2 つ以上選択してください</translation>
    </message>
    <message>
        <source>Spread nodes</source>
        <translation>ノードを等間隔で配置</translation>
    </message>
    <message>
        <source>Align nodes</source>
        <translation>ノードを揃える</translation>
    </message>
    <message>
        <source>Lay out nodes</source>
        <translation>ノードを配置</translation>
    </message>
    <message>
        <source>Fold %1</source>
        <translation>%1 を折りたたむ</translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation>%1 を展開</translation>
    </message>
    <message>
        <source>Select a node that holds others, or one that is inside of it</source>
        <translation>他のノードを含むノード、またはその中にあるノードを選択してください</translation>
    </message>
    <message>
        <source>Select a node that is inside of another one</source>
        <translation>他のノードの中にあるノードを選択してください</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>%1 を外に出す</translation>
    </message>
    <message>
        <source>Set %1 up</source>
        <translation>%1 をアップにする</translation>
    </message>
    <message>
        <source>Set %1 down</source>
        <translation>%1 をダウンにする</translation>
    </message>
    <message>
        <source>Duplicate %1 objects</source>
        <translation>%1 個のオブジェクトを複製</translation>
    </message>
    <message>
        <source>Select what to copy</source>
        <translation>コピーするものを選択してください</translation>
    </message>
    <message>
        <source>Objects copied: %L1</source>
        <translation>コピーしたオブジェクト: %L1</translation>
    </message>
    <message>
        <source>There are no nodes and no annotations on the clipboard</source>
        <translation>クリップボードにノードも注釈もありません</translation>
    </message>
    <message>
        <source>Paste %1 objects</source>
        <translation>%1 個のオブジェクトを貼り付け</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 を移動</translation>
    </message>
    <message>
        <source>Move %1 objects</source>
        <translation>%1 個のオブジェクトを移動</translation>
    </message>
</context>
<context>
    <name>StationWords</name>
    <message>
        <source>no route to the destination</source>
        <translation>宛先への経路がない</translation>
    </message>
    <message>
        <source>a blackhole: dropped without a word</source>
        <translation>blackhole 経路: 黙って破棄</translation>
    </message>
    <message>
        <source>an unreachable route: refused</source>
        <translation>unreachable 経路: 到達不能として拒否</translation>
    </message>
    <message>
        <source>prohibited: refused</source>
        <translation>prohibit 経路: 禁止として拒否</translation>
    </message>
    <message>
        <source>this node does not forward (ip_forward is 0)</source>
        <translation>このノードは転送しない（ip_forward が 0）</translation>
    </message>
    <message>
        <source>nobody answers for that address</source>
        <translation>そのアドレスに応答するノードがない</translation>
    </message>
    <message>
        <source>the frame is for another MAC address</source>
        <translation>フレームは別の MAC アドレス宛て</translation>
    </message>
    <message>
        <source>the link is down</source>
        <translation>リンクがダウンしている</translation>
    </message>
    <message>
        <source>the link has no carrier</source>
        <translation>リンクにキャリアがない</translation>
    </message>
    <message>
        <source>lo is down</source>
        <translation>lo がダウンしている</translation>
    </message>
    <message>
        <source>the source cannot come from there (martian)</source>
        <translation>この送信元がそこから届くことはありえない（martian）</translation>
    </message>
    <message>
        <source>the way back to the source is another link (rp_filter)</source>
        <translation>送信元への戻りの経路が別のリンク（rp_filter）</translation>
    </message>
    <message>
        <source>a link-local source may not pass a router</source>
        <translation>送信元がリンクローカルアドレスのパケットはルーターを越えられない</translation>
    </message>
    <message>
        <source>the time to live is used up</source>
        <translation>TTL が尽きた</translation>
    </message>
    <message>
        <source>larger than the MTU</source>
        <translation>MTU を超えている</translation>
    </message>
    <message>
        <source>no address to send from</source>
        <translation>送信元に使えるアドレスがない</translation>
    </message>
    <message>
        <source>a broadcast address, which nobody answers</source>
        <translation>ブロードキャストアドレスなので、誰も応答しない</translation>
    </message>
    <message>
        <source>the switches form a loop, and frames circle in it</source>
        <translation>スイッチがループを構成し、フレームが循環している</translation>
    </message>
    <message>
        <source>nobody here waits for it</source>
        <translation>ここにはこれを待つプログラムがない</translation>
    </message>
    <message>
        <source>echo requests are ignored (icmp_echo_ignore_all)</source>
        <translation>エコー要求は無視される（icmp_echo_ignore_all）</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>not in the frame's VLAN</source>
        <translation>フレームの VLAN に属していない</translation>
    </message>
    <message>
        <source>does not carry the frame's VLAN</source>
        <translation>フレームの VLAN を通さない</translation>
    </message>
    <message>
        <source>isolated from the port that it came by</source>
        <translation>フレームが入ってきたポートから分離されている</translation>
    </message>
    <message>
        <source>no port takes frames for unknown addresses</source>
        <translation>未知の宛先のフレームを流すポートがない</translation>
    </message>
    <message>
        <source>the port does not forward</source>
        <translation>ポートが転送状態ではない</translation>
    </message>
    <message>
        <source>the port is locked, and does not know the sender</source>
        <translation>ポートがロックされており、送信元のエントリがない</translation>
    </message>
    <message>
        <source>the tunnel knows no end to send to</source>
        <translation>トンネルに送り先となる対向がない</translation>
    </message>
    <message>
        <source>no VXLAN link has the VNI</source>
        <translation>該当する VNI の VXLAN リンクがない</translation>
    </message>
    <message>
        <source>no tunnel takes it</source>
        <translation>これを受け取るトンネルがない</translation>
    </message>
    <message>
        <source>the tunnel has another key</source>
        <translation>トンネルのキーが異なる</translation>
    </message>
    <message>
        <source>the tunnel's local address is not here</source>
        <translation>トンネルのローカルアドレスがこのノードにない</translation>
    </message>
    <message>
        <source>the way to the tunnel's end leads into the tunnel</source>
        <translation>トンネルの対向への道筋がトンネル自身を通っている</translation>
    </message>
    <message>
        <source>the VRF is down</source>
        <translation>VRF がダウンしている</translation>
    </message>
    <message>
        <source>the link does not carry this</source>
        <translation>リンクはこの種のパケットを通さない</translation>
    </message>
    <message>
        <source>not the active member of the bond</source>
        <translation>ボンドのアクティブメンバーではない</translation>
    </message>
    <message>
        <source>nobody listens on the port</source>
        <translation>このポートで待ち受けるプログラムがない</translation>
    </message>
    <message>
        <source>a dummy link leads nowhere</source>
        <translation>dummy リンクの先には何もない</translation>
    </message>
    <message>
        <source>what happens here is not modelled</source>
        <translation>ここでの動作はモデル化されていない</translation>
    </message>
    <message>
        <source>less specific</source>
        <translation>プレフィックスが短い</translation>
    </message>
    <message>
        <source>worse metric</source>
        <translation>メトリックが大きい</translation>
    </message>
    <message>
        <source>less preferred</source>
        <translation>優先度が低い</translation>
    </message>
    <message>
        <source>stands behind it</source>
        <translation>順番が後</translation>
    </message>
    <message>
        <source>its link is down</source>
        <translation>リンクがダウンしている</translation>
    </message>
    <message>
        <source>leaves by another link than asked for</source>
        <translation>指定と異なるリンクから出る</translation>
    </message>
    <message>
        <source>goes on to the next table</source>
        <translation>次のテーブルへ進む</translation>
    </message>
    <message>
        <source>too short for the rule (suppress_prefixlength)</source>
        <translation>プレフィックスが短く、ルールにより除外（suppress_prefixlength）</translation>
    </message>
    <message>
        <source>its table is asked only after that</source>
        <translation>テーブルの参照順が後</translation>
    </message>
    <message>
        <source>no rule leads to its table</source>
        <translation>テーブルを参照するルールがない</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>一致なし</translation>
    </message>
    <message>
        <source>says to go on</source>
        <translation>一致するが処理を続行</translation>
    </message>
    <message>
        <source>jumps on</source>
        <translation>別の場所へジャンプ</translation>
    </message>
    <message>
        <source>matches, its table has no route</source>
        <translation>一致するが、テーブルに経路がない</translation>
    </message>
    <message>
        <source>matches, its table says throw</source>
        <translation>一致するが、テーブルの結果が throw</translation>
    </message>
    <message>
        <source>matches, its route is suppressed</source>
        <translation>一致するが、経路が抑制される</translation>
    </message>
    <message>
        <source>tunnel packet</source>
        <translation>トンネルのパケット</translation>
    </message>
    <message>
        <source>echo request</source>
        <translation>エコー要求</translation>
    </message>
    <message>
        <source>echo reply</source>
        <translation>エコー応答</translation>
    </message>
    <message>
        <source>ICMP error</source>
        <translation>ICMP エラー</translation>
    </message>
    <message>
        <source>ingress</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>bridge</source>
        <translation>ブリッジ</translation>
    </message>
    <message>
        <source>local process</source>
        <translation>ローカルプロセス</translation>
    </message>
    <message>
        <source>routing decision</source>
        <translation>経路決定</translation>
    </message>
    <message>
        <source>neighbour</source>
        <translation>近隣ノード</translation>
    </message>
    <message>
        <source>egress</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>ARP request for {}</source>
        <translation>{} を問い合わせる ARP 要求</translation>
    </message>
    <message>
        <source>ARP reply of {}</source>
        <translation>{} の ARP 応答</translation>
    </message>
    <message>
        <source>neighbour solicitation for {}</source>
        <translation>{} を問い合わせる近隣要請</translation>
    </message>
    <message>
        <source>neighbour advertisement of {}</source>
        <translation>{} の近隣広告</translation>
    </message>
    <message>
        <source>the qdisc drops it</source>
        <translation>qdisc が破棄します</translation>
    </message>
</context>
<context>
    <name>Stations</name>
    <message>
        <source>Ends here: %1</source>
        <translation>ここで終了: %1</translation>
    </message>
    <message>
        <source>not %1 (%2)</source>
        <translation>%1 は不採用（%2）</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未到達</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>Core, distribution and access routers in a tree, hosts on the access routers' LANs.</source>
        <translation>コア、ディストリビューション、アクセスのルーターをツリー状につなぎ、アクセスルーターの LAN にホストを置きます。</translation>
    </message>
    <message>
        <source>Routers in a row with a host each, and static routes both ways.</source>
        <translation>それぞれにホストを 1 台持つルーターを一列につなぎ、双方向に静的経路を設定します。</translation>
    </message>
    <message>
        <source>Nodes with pods on a bridge each, joined by a VXLAN overlay as flannel wires it.</source>
        <translation>ブリッジに Pod をつないだノードを、flannel と同じ構成の VXLAN オーバーレイで結びます。</translation>
    </message>
    <message>
        <source>The fat tree of k pods of Al-Fares, Loukissas and Vahdat (2008), routed, with every equal way used.</source>
        <translation>Al-Fares、Loukissas、Vahdat（2008）の k ポッドのファットツリーです。ルーティングを行い、等コスト経路をすべて使います。</translation>
    </message>
    <message>
        <source>Every leaf router is wired to every spine, with every equal way used; hosts on the leaves' LANs.</source>
        <translation>すべてのリーフルーターをすべてのスパインにつなぎ、等コスト経路をすべて使います。ホストはリーフの LAN に置きます。</translation>
    </message>
    <message>
        <source>Routers wired by chance, a LAN of hosts on each, routed by the shortest ways; the same for the same seed.</source>
        <translation>ルーターを無作為につなぎ、それぞれにホストの LAN を置き、最短経路でルーティングします。シードが同じなら結果も同じです。</translation>
    </message>
    <message>
        <source>Routers in a circle with a host each, routed by the shorter way round.</source>
        <translation>それぞれにホストを 1 台持つルーターを円形につなぎ、近い側の回りでルーティングします。</translation>
    </message>
    <message>
        <source>Hosts on one switch.</source>
        <translation>1 台のスイッチにつながるホストです。</translation>
    </message>
    <message>
        <source>Campus</source>
        <translation>キャンパス</translation>
    </message>
    <message>
        <source>Chain of Routers</source>
        <translation>直列のルーター</translation>
    </message>
    <message>
        <source>Cluster with an Overlay</source>
        <translation>オーバーレイ付きクラスター</translation>
    </message>
    <message>
        <source>Fat Tree</source>
        <translation>ファットツリー</translation>
    </message>
    <message>
        <source>Leaf and Spine</source>
        <translation>リーフスパイン</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>ランダム</translation>
    </message>
    <message>
        <source>Ring of Routers</source>
        <translation>リング状のルーター</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>スター</translation>
    </message>
    <message>
        <source>Routers</source>
        <translation>ルーター</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>ホスト</translation>
    </message>
    <message>
        <source>Hosts on each</source>
        <translation>1 台あたりのホスト</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>ノード</translation>
    </message>
    <message>
        <source>Pods on each</source>
        <translation>1 台あたりの Pod</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>リーフ</translation>
    </message>
    <message>
        <source>Spines</source>
        <translation>スパイン</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>A network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Devices, switches and a router, wired up. Double-click to add something; press L and drag from one to another to wire them.</source>
        <translation>デバイス、スイッチ、ルーターをケーブルでつないだものです。ダブルクリックで追加し、L を押してからノード間をドラッグすると接続できます。</translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation>正しく動くか</translation>
    </message>
    <message>
        <source>After every change it says whether everybody reaches everybody, and if not, why not. The button on the right mends it, one step at a time.</source>
        <translation>変更のたびに、すべてのノードが互いに到達できるか、できない場合はその理由が表示されます。右のボタンで 1 つずつ対処できます。</translation>
    </message>
    <message>
        <source>Who reaches whom</source>
        <translation>どこからどこに到達できるか</translation>
    </message>
    <message>
        <source>A row pings a column. Point at a cell for the reason, or click it to see on the canvas how far the packet comes.</source>
        <translation>行から列へ ping します。セルにポインターを合わせると理由が表示され、クリックするとパケットがどこまで届くかがキャンバスに示されます。</translation>
    </message>
    <message>
        <source>What a node is</source>
        <translation>ノードの中身</translation>
    </message>
    <message>
        <source>Select a node to see and change its interfaces, addresses and routes. Enter opens its terminal, which knows ip, bridge, ping, tcpdump and many others.</source>
        <translation>ノードを選択すると、インターフェース、アドレス、経路を確認、変更できます。Enter で開くターミナルでは、ip、bridge、ping、tcpdump など多くのコマンドを使えます。</translation>
    </message>
    <message>
        <source>The same as commands</source>
        <translation>同じ操作をコマンドで</translation>
    </message>
    <message>
        <source>Whatever you do is written down as the commands that do it on a real machine. Export (Ctrl+E) makes a script of them that builds this very network in namespaces.</source>
        <translation>行った操作はすべて、実際のマシンで同じことをするコマンドとして記録されます。エクスポート（Ctrl+E）すると、このネットワークを名前空間で構築するスクリプトになります。</translation>
    </message>
</context>
<context>
    <name>TroubleQuestion</name>
    <message>
        <source>Not Everything Was Understood</source>
        <translation>解釈できない部分があります</translation>
    </message>
    <message>
        <source>Netdraft does not understand these parts of “%1”. What it does understand can be opened, as a network that is not complete.</source>
        <translation>「%1」の以下の部分を Netdraft は解釈できません。解釈できた部分は、不完全なネットワークとして開けます。</translation>
    </message>
    <message>
        <source>%1 (a note)</source>
        <translation>%1（補足）</translation>
    </message>
    <message>
        <source>What was not understood</source>
        <translation>解釈できなかった部分</translation>
    </message>
    <message>
        <source>&amp;Open the Rest</source>
        <translation>解釈できた部分を開く(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
</context>
<context>
    <name>netdraft::app::MainWindow</name>
    <message>
        <source>Tool Bar</source>
        <translation>ツールバー</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pairs that this change healed: %L1, and broke: %L2</source>
        <translation>この変更で回復したペア: %L1、切れたペア: %L2</translation>
    </message>
    <message>
        <source>Find a node by its name or an address</source>
        <translation>ノードを名前またはアドレスで検索</translation>
    </message>
    <message>
        <source>Type what you want to do, or a node</source>
        <translation>行いたい操作、またはノードを入力</translation>
    </message>
</context>
<context>
    <name>netdraft::model::HintWords</name>
    <message>
        <source>Perhaps: {}</source>
        <translation>もしかして: {}</translation>
    </message>
    <message>
        <source>This makes a namespace that is called netns. Perhaps: ip netns add NAME</source>
        <translation>これは netns という名前の名前空間を作ります。もしかして: ip netns add NAME</translation>
    </message>
    <message>
        <source>Without a prefix length this is {}/{}, a network of one address. Perhaps: {}/{}</source>
        <translation>プレフィックス長がないと {}/{}、つまりアドレス 1 つだけのネットワークになります。もしかして: {}/{}</translation>
    </message>
    <message>
        <source>{} has no {}, but {}.</source>
        <translation>{} に {} はありませんが、{} があります。</translation>
    </message>
    <message>
        <source>{} has no {}; it is in {}.</source>
        <translation>{} に {} はありません。{} にあります。</translation>
    </message>
    <message>
        <source>The gateway has to be in a network that {} has an address in, by a link that is up: see ip addr.</source>
        <translation>ゲートウェイは、有効なインターフェースで {} がアドレスを持つネットワークの中になければなりません。ip addr を参照してください。</translation>
    </message>
    <message>
        <source>Without a netmask this is {0}/{1}, by its class. Perhaps: ifconfig {2} {0}/24</source>
        <translation>ネットマスクがないと、クラスにより {0}/{1} になります。もしかして: ifconfig {2} {0}/24</translation>
    </message>
</context>
<context>
    <name>netdraft::model::MendWords</name>
    <message>
        <source>Make {} the primary member of {}</source>
        <translation>{} を {} のプライマリメンバーにする</translation>
    </message>
    <message>
        <source>Make {} the active member of {}</source>
        <translation>{} を {} のアクティブメンバーにする</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{1} の {0}</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} と {}</translation>
    </message>
    <message>
        <source>Set {} up</source>
        <translation>{} をアップにする</translation>
    </message>
    <message>
        <source>Set {} of {} up</source>
        <translation>{1} の {0} をアップにする</translation>
    </message>
    <message>
        <source>Switch ARP on for {} of {}</source>
        <translation>{1} の {0} で ARP を有効化</translation>
    </message>
    <message>
        <source>Let the route {} of {} carry what its link does</source>
        <translation>{1} の経路 {0} の MTU をリンクに合わせる</translation>
    </message>
    <message>
        <source>Write {} of {} as {}, as its neighbours do</source>
        <translation>{1} の {0} を近隣ノードに合わせて {2} に変更</translation>
    </message>
    <message>
        <source>Send {}'s packets for {} via {} instead</source>
        <translation>{} の {} 宛てパケットを {} 経由に変更</translation>
    </message>
    <message>
        <source>Set the MTU of the links behind {} to {} bytes</source>
        <translation>{} の先のリンクの MTU を {} バイトに設定</translation>
    </message>
    <message>
        <source>Remove the fixed neighbour entry for {} from {}</source>
        <translation>{1} から {0} の静的な近隣エントリを削除</translation>
    </message>
    <message>
        <source>Let {} forward {} packets</source>
        <translation>{} で {} パケットの転送を有効化</translation>
    </message>
    <message>
        <source>Let {} forward {} packets that come in by {}</source>
        <translation>{0} で {2} から入る {1} パケットの転送を有効化</translation>
    </message>
    <message>
        <source>Let {} answer echo requests</source>
        <translation>{} をエコー要求に応答させる</translation>
    </message>
    <message>
        <source>Switch rp_filter of {} off for {}</source>
        <translation>{} の rp_filter を {} で無効化</translation>
    </message>
    <message>
        <source>Let the policy of chain {} in nft table {} of {} accept</source>
        <translation>{2} の nft テーブル {1} のチェーン {0} のポリシーを accept に変更</translation>
    </message>
    <message>
        <source>Remove rule {} of chain {} in nft table {} of {}</source>
        <translation>{3} の nft テーブル {2} のチェーン {1} の {0} 番目のルールを削除</translation>
    </message>
    <message>
        <source>Let the policy of chain {} in table {} of {} accept</source>
        <translation>{2} のテーブル {1} のチェーン {0} のポリシーを ACCEPT に変更</translation>
    </message>
    <message>
        <source>Remove rule {} of chain {} in table {} of {}</source>
        <translation>{3} のテーブル {2} のチェーン {1} の {0} 番目のルールを削除</translation>
    </message>
    <message>
        <source>Make {} an access port of VLAN {}</source>
        <translation>{} を VLAN {} のアクセスポートにする</translation>
    </message>
    <message>
        <source>Make {} a trunk</source>
        <translation>{} をトランクポートにする</translation>
    </message>
    <message>
        <source>Let {} carry VLAN {} as well</source>
        <translation>{} に VLAN {} も通す</translation>
    </message>
    <message>
        <source>Let {} and the others on its parent hear each other</source>
        <translation>{} と親を共有する他のインターフェースとの通信を許可</translation>
    </message>
    <message>
        <source>Isolate {} no longer</source>
        <translation>{} の分離を解除</translation>
    </message>
    <message>
        <source>Unlock {}</source>
        <translation>{} のロックを解除</translation>
    </message>
    <message>
        <source>Let {} forward</source>
        <translation>{} を転送状態にする</translation>
    </message>
    <message>
        <source>Let the ports of {} take frames for unknown addresses</source>
        <translation>{} のポートで未知の宛先へのフラッディングを有効化</translation>
    </message>
    <message>
        <source>Let {} look all packets up in its main table</source>
        <translation>{} の全パケットで main テーブルを参照</translation>
    </message>
    <message>
        <source>Remove the throw route to {} from {}</source>
        <translation>{1} から {0} への throw 経路を削除</translation>
    </message>
    <message>
        <source>Change route {} via {} on {} in VRF {}</source>
        <translation>{2} の VRF {3} の経路 {0} を {1} 経由に変更</translation>
    </message>
    <message>
        <source>Add route {} via {} on {} in VRF {}</source>
        <translation>{2} の VRF {3} に {1} 経由の経路 {0} を追加</translation>
    </message>
    <message>
        <source>Change route {} via {} on {}</source>
        <translation>{2} の経路 {0} を {1} 経由に変更</translation>
    </message>
    <message>
        <source>Add route {} via {} on {}</source>
        <translation>{2} に {1} 経由の経路 {0} を追加</translation>
    </message>
    <message>
        <source>Change route {} on {} by its link {}</source>
        <translation>{1} の経路 {0} を自身のリンク {2} 経由に変更</translation>
    </message>
    <message>
        <source>Add route {} on {} by its link {}</source>
        <translation>{1} に自身のリンク {2} 経由の経路 {0} を追加</translation>
    </message>
    <message>
        <source>Give {} of {} the address {}</source>
        <translation>{1} の {0} にアドレス {2} を割り当て</translation>
    </message>
    <message>
        <source>{} and the route {} via {}</source>
        <translation>{0}、{2} 経由の経路 {1} も追加</translation>
    </message>
    <message>
        <source>Remove policy rule {} from {}</source>
        <translation>{1} からポリシールール {0} を削除</translation>
    </message>
    <message>
        <source>Let packets of {} set out with a time to live of {}</source>
        <translation>{} が送り出すパケットの TTL を {} に設定</translation>
    </message>
    <message>
        <source>Remove this route to {} from {}</source>
        <translation>{1} から {0} へのこの経路を削除</translation>
    </message>
    <message>
        <source>Add route {} by the tunnel {} on {}</source>
        <translation>{2} にトンネル {1} 経由の経路 {0} を追加</translation>
    </message>
    <message>
        <source>Add route {} into VRF {} on {}</source>
        <translation>{2} に VRF {1} へ渡す経路 {0} を追加</translation>
    </message>
    <message>
        <source>Add route {} into VRF {} on {} in VRF {}</source>
        <translation>{2} の VRF {3} に VRF {1} へ渡す経路 {0} を追加</translation>
    </message>
    <message>
        <source>Set lo of {} up</source>
        <translation>{} の lo をアップにする</translation>
    </message>
    <message>
        <source>Let a program of {} listen on {}</source>
        <translation>{} のプログラムに {} を待ち受けさせる</translation>
    </message>
    <message>
        <source>Let a program of {} listen on {} for any address</source>
        <translation>{} のプログラムに {} を全アドレスで待ち受けさせる</translation>
    </message>
    <message>
        <source>Let {} pass from port to port in DOCKER-USER of {}</source>
        <translation>{1} の DOCKER-USER で、{0} のポート間の通過を許可</translation>
    </message>
    <message>
        <source>Hand no bridged frames to iptables on {} (bridge-nf-call-iptables)</source>
        <translation>{} ではブリッジを通るフレームを iptables に渡さない (bridge-nf-call-iptables)</translation>
    </message>
    <message>
        <source>Let packets pass between {} and {} in DOCKER-USER of {}</source>
        <translation>{2} の DOCKER-USER で、{0} と {1} の間のパケットを許可</translation>
    </message>
</context>
<context>
    <name>netdraft::model::NameWords</name>
    <message>
        <source>{} finds {} in /etc/hosts: {}</source>
        <translation>{} は /etc/hosts に {} を見つけます: {}</translation>
    </message>
    <message>
        <source>{} does not find {} in /etc/hosts</source>
        <translation>{} は /etc/hosts に {} を見つけられません</translation>
    </message>
    <message>
        <source>{} asks {} for {} ({}) again, over TCP</source>
        <translation>{} は {} に {} ({}) を TCP でもう一度問い合わせます</translation>
    </message>
    <message>
        <source>{} asks {} for {} ({})</source>
        <translation>{} は {} に {} ({}) を問い合わせます</translation>
    </message>
    <message>
        <source>{} at {} does not answer</source>
        <translation>{} ({}) は応答しません</translation>
    </message>
    <message>
        <source>the answer of {} at {} is too long for a datagram</source>
        <translation>{} ({}) の応答は 1 つのデータグラムには長すぎます</translation>
    </message>
    <message>
        <source>no answer comes: {}</source>
        <translation>応答が来ません: {}</translation>
    </message>
    <message>
        <source>{} at {} asks {}, which answers</source>
        <translation>{} ({}) は {} に問い合わせ、応答を得ます</translation>
    </message>
    <message>
        <source>{} at {} asks {}, which does not answer</source>
        <translation>{} ({}) は {} に問い合わせますが、応答がありません</translation>
    </message>
    <message>
        <source>{} at {} knows no name {}</source>
        <translation>{} ({}) は名前 {} を知りません</translation>
    </message>
    <message>
        <source>{} at {} answers with the error {}</source>
        <translation>{} ({}) はエラー {} を返します</translation>
    </message>
    <message>
        <source>{} at {} knows {} as another name of {}</source>
        <translation>{} ({}) は {} を {} の別名として知っています</translation>
    </message>
    <message>
        <source>{} at {} knows {}, but no record {} of it</source>
        <translation>{} ({}) は {} を知っていますが、{} レコードがありません</translation>
    </message>
    <message>
        <source>{} at {} answers: {}</source>
        <translation>{} ({}) の応答: {}</translation>
    </message>
    <message>
        <source>{} is {}</source>
        <translation>{} は {} です</translation>
    </message>
    <message>
        <source>{} is {}, and that is {}</source>
        <translation>{} は {}、つまり {} です</translation>
    </message>
    <message>
        <source>there is no such name as {}</source>
        <translation>{} という名前はありません</translation>
    </message>
    <message>
        <source>{} has no address</source>
        <translation>{} にはアドレスがありません</translation>
    </message>
    <message>
        <source>nobody could tell what {} is</source>
        <translation>{} が何か、誰も答えられませんでした</translation>
    </message>
</context>
<context>
    <name>netdraft::model::ProblemWords</name>
    <message>
        <source>{} cannot reach {} ({}): {}</source>
        <translation>{} から {}（{}）に到達できません: {}</translation>
    </message>
    <message>
        <source>The switches at {} form a loop: every broadcast circles in it for ever</source>
        <translation>{} を含むスイッチがループを構成しています: ブロードキャストがすべて永久に循環します</translation>
    </message>
    <message>
        <source>{} and {} have the same address {} on one segment</source>
        <translation>同じセグメントにある {} と {} が同じアドレス {} を持っています</translation>
    </message>
    <message>
        <source>{} writes its subnet {} with another length than {} on the same segment (/{})</source>
        <translation>{} のサブネット {} のプレフィックス長が、同じセグメントの {}（/{}）と異なります</translation>
    </message>
    <message>
        <source>{} of {} is down, so its cable to {} carries nothing</source>
        <translation>{1} の {0} がダウンしているため、{2} へのケーブルでは通信できません</translation>
    </message>
</context>
<context>
    <name>netdraft::model::ReasonWords</name>
    <message>
        <source>policy rule {} of {} discards packets to {}</source>
        <translation>{1} のポリシールール {0} が {2} へのパケットを黙って破棄します</translation>
    </message>
    <message>
        <source>policy rule {} of {} forbids packets to {}</source>
        <translation>{1} のポリシールール {0} が {2} へのパケットを禁止しています</translation>
    </message>
    <message>
        <source>policy rule {} of {} refuses packets to {}</source>
        <translation>{1} のポリシールール {0} が {2} へのパケットを到達不能として拒否します</translation>
    </message>
    <message>
        <source>no rule of {} at {} takes {}/{}</source>
        <translation>{1} には {2}/{3} を受ける {0} の規則がありません</translation>
    </message>
</context>
<context>
    <name>netdraft::model::StationWords</name>
    <message>
        <source>dropped by connection tracking</source>
        <translation>コネクション追跡が破棄</translation>
    </message>
    <message>
        <source>takes it, and answers</source>
        <translation>受信して応答</translation>
    </message>
    <message>
        <source>takes it</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>a tunnel packs another packet into it</source>
        <translation>トンネルが別のパケットをこれに格納</translation>
    </message>
    <message>
        <source>sends it</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>reports what became of another</source>
        <translation>別のパケットの結果を通知</translation>
    </message>
    <message>
        <source>{} dev {} (heard there)</source>
        <translation>{} dev {}（学習済み）</translation>
    </message>
    <message>
        <source>{} dev {} (static)</source>
        <translation>{} dev {}（静的）</translation>
    </message>
    <message>
        <source>{} is not known: flooded</source>
        <translation>{} は未学習: フラッディング</translation>
    </message>
    <message>
        <source>{}: to all ports</source>
        <translation>{}: すべてのポートへ</translation>
    </message>
    <message>
        <source>{} is {}'s own</source>
        <translation>{} は {} 自身のアドレス</translation>
    </message>
    <message>
        <source>connection {}</source>
        <translation>コネクション状態 {}</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>一致なし</translation>
    </message>
    <message>
        <source>no rules</source>
        <translation>ルールなし</translation>
    </message>
    <message>
        <source>source {} becomes {}</source>
        <translation>送信元 {} を {} に変換</translation>
    </message>
    <message>
        <source>destination {} becomes {}</source>
        <translation>宛先 {} を {} に変換</translation>
    </message>
    <message>
        <source>of several ways, by a hash of its addresses: {} dev {}</source>
        <translation>複数の経路からアドレスのハッシュで選択: {} dev {}</translation>
    </message>
    <message>
        <source>an entry that somebody made (PERMANENT)</source>
        <translation>手動で設定されたエントリ（PERMANENT）</translation>
    </message>
    <message>
        <source>known from before</source>
        <translation>既知</translation>
    </message>
    <message>
        <source>asked for by ARP</source>
        <translation>ARP で問い合わせ</translation>
    </message>
    <message>
        <source>asked for by neighbour discovery</source>
        <translation>近隣探索で問い合わせ</translation>
    </message>
    <message>
        <source>nobody is asked on this link</source>
        <translation>このリンクでは問い合わせなし</translation>
    </message>
    <message>
        <source>is for many: nobody is asked</source>
        <translation>複数の相手宛て: 問い合わせなし</translation>
    </message>
    <message>
        <source>ARP answers: {} is here</source>
        <translation>ARP が応答: {} はここにある</translation>
    </message>
    <message>
        <source>ARP says nothing: {} is not here</source>
        <translation>ARP は応答なし: {} はここにない</translation>
    </message>
    <message>
        <source>ARP learns: {} lladdr {}</source>
        <translation>ARP が学習: {} lladdr {}</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AddressDialog</name>
    <message>
        <source>Default &amp;gateways for hosts</source>
        <translation>ホストのデフォルトゲートウェイ(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Routes between routers</source>
        <translation>ルーター間の経路(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Only the segments of what is selected</source>
        <translation>選択対象のセグメントのみ(&amp;O)</translation>
    </message>
    <message>
        <source>Give Addresses</source>
        <translation>アドレスの割り当て</translation>
    </message>
    <message>
        <source>What every segment gets</source>
        <translation>各セグメントへの割り当て</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>&amp;Give Addresses</source>
        <translation>割り当て(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;each of</source>
        <translation>分割単位(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Networks from</source>
        <translation>割り当て元(&amp;N)</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>present</source>
        <translation>既存</translation>
    </message>
    <message>
        <source>Nothing is missing: every interface on a segment has an address.</source>
        <translation>不足はありません。セグメント上のすべてのインターフェースにアドレスがあります。</translation>
    </message>
    <message>
        <source>Addresses: %L1, default gateways: %L2, other routes: %L3. What is there already stays as it is.</source>
        <translation>アドレス: %L1、デフォルトゲートウェイ: %L2、その他の経路: %L3。既存の設定は変更しません。</translation>
    </message>
    <message>
        <source>Interfaces that are down, or whose other end is, get none: %L1.</source>
        <translation>自身または対向側がダウンしているインターフェースには割り当てません: %L1。</translation>
    </message>
    <message>
        <source>Give addresses</source>
        <translation>アドレスを割り当て</translation>
    </message>
    <message>
        <source>Addresses are given; one Undo takes them all back</source>
        <translation>アドレスを割り当てました。「元に戻す」1 回ですべて取り消せます</translation>
    </message>
    <message>
        <source>Networks from</source>
        <translation>割り当て元</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AddressModel</name>
    <message>
        <source>An address is written like 192.168.1.5/24</source>
        <translation>アドレスは 192.168.1.5/24 のように入力します</translation>
    </message>
    <message>
        <source>Remove address %1</source>
        <translation>アドレス %1 を削除</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>アドレスを追加…</translation>
    </message>
    <message>
        <source>Type an address with its prefix length, like 192.168.1.5/24, and press Enter</source>
        <translation>192.168.1.5/24 のようにプレフィックス長付きでアドレスを入力し、Enter を押します</translation>
    </message>
    <message>
        <source>Of a router's advertisement: it is there again as long as the router can be heard.</source>
        <translation>ルーター広告によるアドレスです。ルーターの広告が届く限り、削除しても再び設定されます。</translation>
    </message>
    <message>
        <source>The kernel formed this address by itself.</source>
        <translation>カーネルが自動生成したアドレスです。</translation>
    </message>
    <message>
        <source>Double-click to change it, Delete removes it</source>
        <translation>ダブルクリックで変更、Delete で削除します</translation>
    </message>
    <message>
        <source>Add address %1</source>
        <translation>アドレス %1 を追加</translation>
    </message>
    <message>
        <source>Change address to %1</source>
        <translation>アドレスを %1 に変更</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AnnotationEditor</name>
    <message>
        <source>Words of the annotation</source>
        <translation>注釈の文字</translation>
    </message>
    <message>
        <source>Enter takes what is written, Shift+Enter begins a new line, Escape leaves it as it was</source>
        <translation>Enter で確定、Shift+Enter で改行、Esc で元のままにします</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ChartsPanel</name>
    <message>
        <source>Zoom in on the chart</source>
        <translation>グラフを拡大</translation>
    </message>
    <message>
        <source>Zoom out of the chart</source>
        <translation>グラフを縮小</translation>
    </message>
    <message>
        <source>Show the whole chart</source>
        <translation>グラフ全体を表示</translation>
    </message>
    <message>
        <source>Save the chart as a picture or as a table</source>
        <translation>グラフを画像または表として保存</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>Length of the ways</source>
        <translation>経路の長さ</translation>
    </message>
    <message>
        <source>Pairs by subnet</source>
        <translation>サブネット別のペア</translation>
    </message>
    <message>
        <source>Sizes of tables</source>
        <translation>テーブルの大きさ</translation>
    </message>
    <message>
        <source>Packets by cable, of the shown ping</source>
        <translation>ケーブル別のパケット（表示中の ping）</translation>
    </message>
    <message>
        <source>Flooded and forwarded, for the shown ping</source>
        <translation>フラッディングと転送（表示中の ping）</translation>
    </message>
    <message>
        <source>Charts cannot be drawn: %1</source>
        <translation>グラフを描けません: %1</translation>
    </message>
    <message>
        <source>There is nothing to count yet.</source>
        <translation>数えるものがまだありません。</translation>
    </message>
    <message>
        <source>Save Chart</source>
        <translation>グラフを保存</translation>
    </message>
    <message>
        <source>Pictures (*.png);;Drawings (*.svg);;Tables (*.csv)</source>
        <translation>画像 (*.png);;図 (*.svg);;表 (*.csv)</translation>
    </message>
    <message>
        <source>“%1” cannot be saved: %2</source>
        <translation>「%1」を保存できません: %2</translation>
    </message>
    <message>
        <source>Click a cell under Reachability: the packets of its ping are counted here.</source>
        <translation>「到達性」のセルをクリックすると、その ping のパケットがここで数えられます。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::CommandsPanel</name>
    <message>
        <source>Which commands</source>
        <translation>対象のコマンド</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>このセッション</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>ネットワーク全体</translation>
    </message>
    <message>
        <source>Of which node</source>
        <translation>対象のノード</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>The commands that do the same as what you do here appear in this place.</source>
        <translation>ここでの操作と同じことを行うコマンドが、この場所に表示されます。</translation>
    </message>
    <message>
        <source>Copy all of them</source>
        <translation>すべてコピー</translation>
    </message>
    <message>
        <source>All nodes</source>
        <translation>すべてのノード</translation>
    </message>
    <message>
        <source>Commands of</source>
        <translation>コマンドの範囲</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ノード</translation>
    </message>
    <message>
        <source>This session, step by step</source>
        <translation>このセッション（1 手順ずつ）</translation>
    </message>
    <message>
        <source>Do the next command</source>
        <translation>次のコマンドを実行します</translation>
    </message>
    <message>
        <source>Step through: take the last step back and do its commands one by one</source>
        <translation>順に実行: 最後の手順を元に戻し、そのコマンドを 1 つずつ実行します</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Document</name>
    <message>
        <source>Untitled</source>
        <translation>無題</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ExportDialog</name>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Configuration of each node</source>
        <translation>各ノードの設定</translation>
    </message>
    <message>
        <source>Labs for other engines</source>
        <translation>他のエンジン用のラボ</translation>
    </message>
    <message>
        <source>Drawings and sheets</source>
        <translation>図とシート</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>「%1」のエクスポート</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>書き出される内容</translation>
    </message>
    <message>
        <source>The drawing</source>
        <translation>図</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>the drawing, as it is on the canvas</source>
        <translation>キャンバスの表示どおりの図</translation>
    </message>
    <message>
        <source>There is nothing to write: no node differs in this from a machine that was just installed.</source>
        <translation>書き出す内容がありません。この形式で表す設定が、インストール直後のマシンと異なるノードはありません。</translation>
    </message>
    <message>
        <source>This form cannot say:</source>
        <translation>この形式では表せないもの:</translation>
    </message>
    <message>
        <source>… and %L1 more</source>
        <translation>… 他 %L1 件</translation>
    </message>
    <message>
        <source>… the rest is not shown here</source>
        <translation>… 残りはここでは省略</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>エクスポート: %1</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>%1 に書き出しました</translation>
    </message>
    <message>
        <source>Netdraft</source>
        <translation>Netdraft</translation>
    </message>
    <message>
        <source>The network cannot be exported.</source>
        <translation>ネットワークをエクスポートできません。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::FileFlow</name>
    <message>
        <source>Unsaved Changes</source>
        <translation>未保存の変更</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>「%1」への変更を保存しますか？</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>保存しないと変更は失われます。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Networks (*.netdraft *.sh *.yml *.yaml *.json *.txt);;Project files (*.netdraft);;Scripts (*.sh);;All files (*)</source>
        <translation>ネットワーク (*.netdraft *.sh *.yml *.yaml *.json *.txt);;プロジェクトファイル (*.netdraft);;スクリプト (*.sh);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Open Lab Folder</source>
        <translation>ラボフォルダーを開く</translation>
    </message>
    <message>
        <source>“%1” cannot be opened.</source>
        <translation>「%1」を開けません。</translation>
    </message>
    <message>
        <source>“%1” is drawn, with this to know: %2</source>
        <translation>「%1」を描きました。注意点: %2</translation>
    </message>
    <message>
        <source>This machine cannot be captured.</source>
        <translation>このマシンを取り込めません。</translation>
    </message>
    <message>
        <source>The example cannot be opened.</source>
        <translation>サンプルを開けません。</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>名前を付けて保存</translation>
    </message>
    <message>
        <source>Project files (*.netdraft)</source>
        <translation>プロジェクトファイル (*.netdraft)</translation>
    </message>
    <message>
        <source>Save Packets</source>
        <translation>パケットを保存</translation>
    </message>
    <message>
        <source>Captures (*.pcapng)</source>
        <translation>キャプチャ (*.pcapng)</translation>
    </message>
    <message>
        <source>“%1” cannot be saved.</source>
        <translation>「%1」を保存できません。</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 を保存しました</translation>
    </message>
    <message>
        <source>Netdraft</source>
        <translation>Netdraft</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>ファイルはまだありません</translation>
    </message>
</context>
<context>
    <name>netdraft::views::GuessBar</name>
    <message>
        <source>an ARP request</source>
        <translation>ARP 要求</translation>
    </message>
    <message>
        <source>an ARP reply</source>
        <translation>ARP 応答</translation>
    </message>
    <message>
        <source>the echo request</source>
        <translation>エコー要求</translation>
    </message>
    <message>
        <source>the echo reply</source>
        <translation>エコー応答</translation>
    </message>
    <message>
        <source>a packet of a tunnel</source>
        <translation>トンネルのパケット</translation>
    </message>
    <message>
        <source>an ICMP error</source>
        <translation>ICMP エラー</translation>
    </message>
    <message>
        <source>a message of neighbour discovery</source>
        <translation>近隣探索のメッセージ</translation>
    </message>
    <message>
        <source>a packet</source>
        <translation>パケット</translation>
    </message>
    <message>
        <source>The node to which the next frame comes</source>
        <translation>次のフレームが届くノード</translation>
    </message>
    <message>
        <source>Which node?</source>
        <translation>どのノード？</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>正解 %1 / %2</translation>
    </message>
    <message>
        <source>Next comes %1. Which node gets it? Click the node, or choose it.</source>
        <translation>次のフレーム: %1。どのノードに届くでしょうか。ノードをクリックするか、一覧から選んでください。</translation>
    </message>
    <message>
        <source>Right, %1 gets it. %2</source>
        <translation>正解です。%1 に届きます。%2</translation>
    </message>
    <message>
        <source>No: %1 gets it, not %2. %3</source>
        <translation>不正解です。届くのは %2 ではなく %1 です。%3</translation>
    </message>
    <message>
        <source>%1 sends it by its route %2.</source>
        <translation>%1 は経路 %2 に従って送信します。</translation>
    </message>
    <message>
        <source>The switch %1 looks for its MAC address: %2.</source>
        <translation>スイッチ %1 は宛先の MAC アドレスを検索します: %2。</translation>
    </message>
    <message>
        <source>%1 sends it by its link %2.</source>
        <translation>%1 はリンク %2 から送信します。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::HookFlow</name>
    <message>
        <source>processes</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>Rules: %1, else DROP</source>
        <translation>ルール: %1、それ以外は DROP</translation>
    </message>
    <message>
        <source>No rules</source>
        <translation>ルールなし</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>ルール: %1</translation>
    </message>
    <message>
        <source>Show the chains that the kernel runs at %1</source>
        <translation>カーネルが %1 で実行するチェインを表示</translation>
    </message>
    <message>
        <source>Rules: %1, else DROP (ip6tables)</source>
        <translation>ルール: %1、それ以外は DROP (ip6tables)</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InspectorPanel</name>
    <message>
        <source>Select a node or a cable to see and change what it is.</source>
        <translation>ノードまたはケーブルを選択すると、内容を確認・変更できます。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InterfaceForm</name>
    <message>
        <source>Up</source>
        <translation>アップ</translation>
    </message>
    <message>
        <source>Port of</source>
        <translation>所属ブリッジ</translation>
    </message>
    <message>
        <source>Interface name</source>
        <translation>インターフェース名</translation>
    </message>
    <message>
        <source>1 to 15 letters, digits and _ . - + make a name</source>
        <translation>名前は英数字と _ . - + で 1～15 文字です</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 の名前を %2 に変更</translation>
    </message>
    <message>
        <source>Set %1 up</source>
        <translation>%1 をアップにする</translation>
    </message>
    <message>
        <source>Set %1 down</source>
        <translation>%1 をダウンにする</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>MTU in bytes</source>
        <translation>MTU（バイト）</translation>
    </message>
    <message>
        <source>The MTU is a number of bytes, like 1500</source>
        <translation>MTU は 1500 のようなバイト数です</translation>
    </message>
    <message>
        <source>Set MTU of %1 to %2</source>
        <translation>%1 の MTU を %2 に設定</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC アドレス</translation>
    </message>
    <message>
        <source>A MAC address is six octets, like 02:00:00:00:00:01</source>
        <translation>MAC アドレスは 02:00:00:00:00:01 のような 6 オクテットです</translation>
    </message>
    <message>
        <source>Set MAC of %1</source>
        <translation>%1 の MAC を設定</translation>
    </message>
    <message>
        <source>Bridge that it is a port of</source>
        <translation>ポートとして所属するブリッジ</translation>
    </message>
    <message>
        <source>Take %1 out of its bridge</source>
        <translation>%1 をブリッジから外す</translation>
    </message>
    <message>
        <source>Make %1 a port of %2</source>
        <translation>%1 を %2 のポートにする</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Cable to %1</source>
        <translation>%1 へのケーブル</translation>
    </message>
    <message>
        <source>Bridge, %1</source>
        <translation>ブリッジ（%1）</translation>
    </message>
    <message>
        <source>Loopback</source>
        <translation>ループバック</translation>
    </message>
    <message>
        <source>%1; set down here</source>
        <translation>%1。こちら側がダウン</translation>
    </message>
    <message>
        <source>%1; no carrier: the other end is down</source>
        <translation>%1。キャリアなし: 対向側がダウン</translation>
    </message>
    <message>
        <source>no bridge</source>
        <translation>ブリッジなし</translation>
    </message>
    <message>
        <source>Delay, loss and rate of what leaves here</source>
        <translation>ここから出るパケットの遅延、損失、速度</translation>
    </message>
    <message>
        <source>Let packets leave %1 at once</source>
        <translation>%1 からパケットをすぐに送り出す</translation>
    </message>
    <message>
        <source>Delay what leaves %1</source>
        <translation>%1 から出るパケットを遅らせる</translation>
    </message>
    <message>
        <source>Delay, loss</source>
        <translation>遅延、損失</translation>
    </message>
    <message>
        <source>none; such as %1</source>
        <translation>なし（例: %1）</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InterfaceModel</name>
    <message>
        <source>up</source>
        <translation>アップ</translation>
    </message>
    <message>
        <source>up, but no carrier: the other end is down</source>
        <translation>アップ、ただしキャリアなし: 対向側がダウン</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ダウン</translation>
    </message>
    <message>
        <source>Set %1 %2 up</source>
        <translation>%1 %2 をアップにする</translation>
    </message>
    <message>
        <source>Set %1 %2 down</source>
        <translation>%1 %2 をダウンにする</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>インターフェース</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>接続先</translation>
    </message>
</context>
<context>
    <name>netdraft::views::MatrixModel</name>
    <message>
        <source>%1 → %2 (%3)</source>
        <translation>%1 → %2（%3）</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2: %3</translation>
    </message>
    <message>
        <source>%L1 of %L2 pairs reachable</source>
        <translation>%L2 ペア中 %L1 ペアが到達可能</translation>
    </message>
    <message>
        <source>being worked out</source>
        <translation>計算中</translation>
    </message>
    <message>
        <source>%1: its own address</source>
        <translation>%1: 自身のアドレス</translation>
    </message>
    <message>
        <source>%1: reachable</source>
        <translation>%1: 到達可能</translation>
    </message>
    <message>
        <source>%1: not reachable</source>
        <translation>%1: 到達不可</translation>
    </message>
    <message>
        <source>%1: the kernel may decide either way</source>
        <translation>%1: カーネルによりどちらにもなり得ます</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>到達可能</translation>
    </message>
    <message>
        <source>reachable, but the kernel may decide otherwise</source>
        <translation>到達可能、ただしカーネルの判断が異なる場合があります</translation>
    </message>
    <message>
        <source>To mend: %1</source>
        <translation>対処: %1</translation>
    </message>
    <message>
        <source>%1, nodes: %L2</source>
        <translation>%1、ノード: %L2</translation>
    </message>
    <message>
        <source>%1, addresses: %L2</source>
        <translation>%1、アドレス: %L2</translation>
    </message>
</context>
<context>
    <name>netdraft::views::MatrixPanel</name>
    <message>
        <source>No node has an address yet that another one could ping.</source>
        <translation>他のノードから ping できるアドレスを持つノードがまだありません。</translation>
    </message>
    <message>
        <source>Open all groups</source>
        <translation>すべてのグループを開く</translation>
    </message>
    <message>
        <source>Larger cells (Ctrl and the wheel)</source>
        <translation>セルを大きく（Ctrl+ホイール）</translation>
    </message>
    <message>
        <source>Smaller cells (Ctrl and the wheel)</source>
        <translation>セルを小さく（Ctrl+ホイール）</translation>
    </message>
    <message>
        <source>Reachability: rows ping columns</source>
        <translation>到達性: 行から列へ ping</translation>
    </message>
    <message>
        <source>Group rows and columns</source>
        <translation>行と列をグループ化</translation>
    </message>
    <message>
        <source>Each address</source>
        <translation>アドレスごと</translation>
    </message>
    <message>
        <source>By subnet</source>
        <translation>サブネット別</translation>
    </message>
    <message>
        <source>By machine</source>
        <translation>マシン別</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>種類別</translation>
    </message>
    <message>
        <source>A row pings a column. Rest on a cell for its reason, click to draw the way.</source>
        <translation>行から列へ ping します。セルにポインターを合わせると理由を表示し、クリックすると道筋を描きます。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Put rows and columns together; a click on a group's name opens it, and in the table Space that of the row and Shift+Space that of the column</source>
        <translation>行と列をまとめます。グループ名をクリックすると開きます。表の中では Space で行のグループ、Shift+Space で列のグループが開きます</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NameEditor</name>
    <message>
        <source>Name of the node</source>
        <translation>ノードの名前</translation>
    </message>
    <message>
        <source>There is a node %1 already</source>
        <translation>%1 という名前のノードは既にあります</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 の名前を %2 に変更</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NamesPanel</name>
    <message>
        <source>A name, such as web or web.lab</source>
        <translation>名前 (web や web.lab など)</translation>
    </message>
    <message>
        <source>Name to look for</source>
        <translation>探す名前</translation>
    </message>
    <message>
        <source>How the name is found</source>
        <translation>名前が見つかるまで</translation>
    </message>
    <message>
        <source>%1 looks for</source>
        <translation>%1 が探す名前</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Select a node to see how it finds the address of a name.</source>
        <translation>ノードを選ぶと、名前のアドレスを見つける過程が表示されます。</translation>
    </message>
    <message>
        <source>Type a name: the node looks into /etc/hosts, then asks its name servers.</source>
        <translation>名前を入力してください。ノードは /etc/hosts を見て、次にネームサーバーに問い合わせます。</translation>
    </message>
    <message>
        <source>No name has an empty part, or one of more than 63 letters.</source>
        <translation>名前に空の部分や 63 文字を超える部分は使えません。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NetworkView</name>
    <message>
        <source>Network drawing</source>
        <translation>ネットワーク図</translation>
    </message>
    <message>
        <source>The machine itself keeps its name</source>
        <translation>マシン自体の名前は変更できません</translation>
    </message>
    <message>
        <source>Double-click to add a device, switch or router, or drag one from the palette;
then press L and drag from one to the other to connect them.</source>
        <translation>ダブルクリックするか、パレットからドラッグして、デバイス・スイッチ・ルーターを追加します。
次に L を押し、ノードからノードへドラッグして接続します。</translation>
    </message>
    <message>
        <source>Connect to a new node</source>
        <translation>新しいノードに接続</translation>
    </message>
    <message>
        <source>Select one node to rename it, or one annotation to write on it</source>
        <translation>名前を変更するノードか、文字を書く注釈を 1 つ選択してください</translation>
    </message>
    <message>
        <source>Add a node, a note, a box or an arrow</source>
        <translation>ノード、メモ、囲み、矢印を追加</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NodeForm</name>
    <message>
        <source>Node name</source>
        <translation>ノード名</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - + make a name; it starts with neither - nor .</source>
        <translation>名前には英数字と _ . - + が使え、- と . では始められません</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 の名前を %2 に変更</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>What the node is drawn as; how packets move does not depend on it</source>
        <translation>ノードの描き方です。パケットの動きには影響しません</translation>
    </message>
    <message>
        <source>Draw %1 as %2</source>
        <translation>%1 を%2として描く</translation>
    </message>
    <message>
        <source>Forwards IPv4 packets</source>
        <translation>IPv4 パケットを転送</translation>
    </message>
    <message>
        <source>Forwards IPv6 packets</source>
        <translation>IPv6 パケットを転送</translation>
    </message>
    <message>
        <source>sysctl net.ipv4.ip_forward: pass on packets that are for others</source>
        <translation>sysctl net.ipv4.ip_forward: 他ノード宛てのパケットを転送します</translation>
    </message>
    <message>
        <source>sysctl net.ipv6.conf.all.forwarding: pass on packets that are for others</source>
        <translation>sysctl net.ipv6.conf.all.forwarding: 他ノード宛てのパケットを転送します</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>インターフェース</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>転送</translation>
    </message>
    <message>
        <source>Interface %1</source>
        <translation>インターフェース %1</translation>
    </message>
    <message>
        <source>Let %1 forward %2</source>
        <translation>%1 で %2 の転送を有効化</translation>
    </message>
    <message>
        <source>Stop %1 forwarding %2</source>
        <translation>%1 で %2 の転送を無効化</translation>
    </message>
    <message>
        <source>IPv4</source>
        <translation>IPv4</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Installed here</source>
        <translation>ここにインストール</translation>
    </message>
    <message>
        <source>Docker is installed here</source>
        <translation>Docker がここにインストールされています</translation>
    </message>
    <message>
        <source>Starts dockerd: the bridge docker0, its rules, and forwarding with the policy DROP, which stops what this machine only passes on. Off takes all of that away again.</source>
        <translation>dockerd を起動します: ブリッジ docker0、そのルール、そしてポリシー DROP での転送です。このマシンがただ中継するパケットは止まります。オフにするとすべて取り除きます。</translation>
    </message>
    <message>
        <source>Docker</source>
        <translation>Docker</translation>
    </message>
    <message>
        <source>dockerd is stopped: its bridges and rules stay, as on a real machine.</source>
        <translation>dockerd は停止しています: 実機と同じく、ブリッジとルールは残ります。</translation>
    </message>
    <message>
        <source>dockerd runs: the policy of FORWARD is DROP.</source>
        <translation>dockerd が動いています: FORWARD のポリシーは DROP です。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Overview</name>
    <message>
        <source>Overview</source>
        <translation>全体図</translation>
    </message>
    <message>
        <source>Click or drag to go to another part of the drawing</source>
        <translation>クリックまたはドラッグで図の別の場所へ移動します</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketDetails</name>
    <message>
        <source>Headers of the packet</source>
        <translation>パケットのヘッダー</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>フィールド</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>ヘッダー</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>処理段階</translation>
    </message>
    <message>
        <source>The way through the kernel of one node: what decided, and what lost</source>
        <translation>1 つのノードのカーネル内での道筋: 何が採用され、何が採用されなかったか</translation>
    </message>
    <message>
        <source>Show the stations over the whole width, without the list</source>
        <translation>一覧を隠し、処理段階を幅いっぱいに表示</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>%1 側</translation>
    </message>
    <message>
        <source>The stations of the node that sends this frame</source>
        <translation>このフレームを送信するノードの処理段階</translation>
    </message>
    <message>
        <source>The stations of the node that takes this frame in</source>
        <translation>このフレームを受信するノードの処理段階</translation>
    </message>
    <message>
        <source>Decided by %1</source>
        <translation>%1 の判断</translation>
    </message>
    <message>
        <source>route</source>
        <translation>経路</translation>
    </message>
    <message>
        <source>next hop</source>
        <translation>ネクストホップ</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketsModel</name>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>To</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>パケット</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketsPanel</name>
    <message>
        <source>The packet before</source>
        <translation>前のパケット</translation>
    </message>
    <message>
        <source>The next packet</source>
        <translation>次のパケット</translation>
    </message>
    <message>
        <source>Let the packets go by</source>
        <translation>パケットを連続再生</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>パケット</translation>
    </message>
    <message>
        <source>Which packet is looked at</source>
        <translation>表示中のパケット</translation>
    </message>
    <message>
        <source>%1. No packet is sent.</source>
        <translation>%1。パケットは送信されません。</translation>
    </message>
    <message>
        <source>Ping something in a terminal, or click a cell under Reachability: its packets stand here, to be followed one by one.</source>
        <translation>ターミナルで ping を実行するか、「到達性」のセルをクリックすると、そのパケットがここに並び、1 つずつ追えます。</translation>
    </message>
    <message>
        <source>not a filter</source>
        <translation>フィルターではありません</translation>
    </message>
    <message>
        <source>Hide what comes next, and guess it</source>
        <translation>この先を隠して当てる</translation>
    </message>
    <message>
        <source>Filter for packets</source>
        <translation>パケットのフィルター</translation>
    </message>
    <message>
        <source>Filter: icmp, arp, node B, host 192.168.1.5 … (Down lists more)</source>
        <translation>フィルター: icmp, arp, node B, host 192.168.1.5 …（↓ で候補を表示）</translation>
    </message>
    <message>
        <source>As for tcpdump, and “node NAME” for what one node sends or takes in</source>
        <translation>tcpdump と同じ書式です。「node 名前」で、そのノードが送受信するものに絞り込めます</translation>
    </message>
    <message>
        <source>How fast the packets go by</source>
        <translation>パケットの再生速度</translation>
    </message>
    <message>
        <source>%L1×</source>
        <translation>%L1×</translation>
    </message>
    <message>
        <source>Only This Protocol: %1</source>
        <translation>このプロトコルのみ: %1</translation>
    </message>
    <message>
        <source>Only This Conversation: %1</source>
        <translation>この通信のみ: %1</translation>
    </message>
    <message>
        <source>Only This Node: %1</source>
        <translation>このノードのみ: %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PaletteButton</name>
    <message>
        <source>Drag to the canvas, or click and then click where it shall stand</source>
        <translation>キャンバスへドラッグするか、クリックしてから配置する場所をクリックします</translation>
    </message>
    <message>
        <source>%1: drag it to the canvas, or click and then drag where it shall stand</source>
        <translation>%1: キャンバスへドラッグするか、クリックしてから配置する場所でドラッグします</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PortsModel</name>
    <message>
        <source>Not listening</source>
        <translation>待ち受けなし</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>到達不可</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開いています</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>不確か</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>自分自身</translation>
    </message>
    <message>
        <source>Who has to reach the port</source>
        <translation>このポートに到達しなければならないノード</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>クラスター</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>ノード</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>From</source>
        <translation>送信元</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PortsPanel</name>
    <message>
        <source>Ports of the cluster</source>
        <translation>クラスターのポート</translation>
    </message>
    <message>
        <source>Trying the ports of the cluster …</source>
        <translation>クラスターのポートを試しています…</translation>
    </message>
    <message>
        <source>All %L1 ways to the ports of the cluster are open</source>
        <translation>クラスターのポートへの %L1 経路はすべて開いています</translation>
    </message>
    <message>
        <source>%L1 of %L2 ways to the ports of the cluster are open</source>
        <translation>クラスターのポートへの %L2 経路のうち %L1 経路が開いています</translation>
    </message>
    <message>
        <source>The cluster of %1 has no nodes yet.</source>
        <translation>%1 のクラスターにはまだノードがありません。</translation>
    </message>
    <message>
        <source>There is no cluster in this network. Type “containerd &amp;” and “kubeadm init” into the terminal of a node to make one, or open the example “Cluster Ports”.</source>
        <translation>このネットワークにはクラスターがありません。ノードの端末で「containerd &amp;」と「kubeadm init」を入力して作るか、例「クラスターのポート」を開いてください。</translation>
    </message>
    <message>
        <source>Show on the canvas</source>
        <translation>キャンバスに表示</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ProblemsModel</name>
    <message>
        <source>Error: %1</source>
        <translation>エラー: %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告: %1</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>ペア</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>対処</translation>
    </message>
    <message>
        <source>How many pairs of nodes cannot reach each other for it</source>
        <translation>この問題のために到達できないノードのペアの数</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Working out who reaches whom …</source>
        <translation>到達性を計算中…</translation>
    </message>
    <message>
        <source>No problems: every node reaches every other.</source>
        <translation>問題はありません。すべてのノードが互いに到達できます。</translation>
    </message>
    <message>
        <source>No problems yet: nothing has an address that another node could reach.</source>
        <translation>問題はまだありません。他のノードから到達できるアドレスがどこにもありません。</translation>
    </message>
    <message>
        <source>Show on the canvas</source>
        <translation>キャンバスに表示</translation>
    </message>
</context>
<context>
    <name>netdraft::views::QuickList</name>
    <message>
        <source>What fits</source>
        <translation>一致する項目</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
</context>
<context>
    <name>netdraft::views::RoutesModel</name>
    <message>
        <source>A route needs a destination: a network like 192.168.2.0/24, or default</source>
        <translation>経路には宛先が必要です。192.168.2.0/24 のようなネットワーク、または default を入力してください</translation>
    </message>
    <message>
        <source>Add route to %1 on %2</source>
        <translation>%2 に %1 への経路を追加</translation>
    </message>
    <message>
        <source>Remove route to %1 on %2</source>
        <translation>%2 から %1 への経路を削除</translation>
    </message>
    <message>
        <source>Add a route…</source>
        <translation>経路を追加…</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>カーネル</translation>
    </message>
    <message>
        <source>The kernel made this route for an address of the interface; it goes when the address goes.</source>
        <translation>インターフェースのアドレスに対してカーネルが作成した経路です。アドレスがなくなると消えます。</translation>
    </message>
    <message>
        <source>Type a network, its gateway or its interface, and press Enter.</source>
        <translation>ネットワークと、そのゲートウェイまたはインターフェースを入力し、Enter を押します。</translation>
    </message>
    <message>
        <source>Change route to %1 on %2</source>
        <translation>%2 の %1 への経路を変更</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Via</source>
        <translation>経由</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>メトリック</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>タイプ</translation>
    </message>
</context>
<context>
    <name>netdraft::views::RoutesPanel</name>
    <message>
        <source>Local table</source>
        <translation>local テーブル</translation>
    </message>
    <message>
        <source>Add a route</source>
        <translation>経路を追加</translation>
    </message>
    <message>
        <source>Remove the selected route (Delete)</source>
        <translation>選択した経路を削除（Delete）</translation>
    </message>
    <message>
        <source>Select one node to see its routing table.</source>
        <translation>ノードを 1 つ選択すると、そのルーティングテーブルが表示されます。</translation>
    </message>
    <message>
        <source>Routing table</source>
        <translation>ルーティングテーブル</translation>
    </message>
    <message>
        <source>Show what the kernel delivers to this node itself (ip route show table local)</source>
        <translation>カーネルがこのノード自身に配送するものを表示（ip route show table local）</translation>
    </message>
    <message>
        <source>Routes of %1</source>
        <translation>%1 の経路</translation>
    </message>
</context>
<context>
    <name>netdraft::views::RulesView</name>
    <message>
        <source>Rules of iptables and nft</source>
        <translation>iptables と nft のルール</translation>
    </message>
    <message>
        <source>Chains and rules</source>
        <translation>チェインとルール</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>パケット</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>バイト</translation>
    </message>
    <message>
        <source>%1, which the packet passed that is looked at</source>
        <translation>%1 (表示中のパケットが通過)</translation>
    </message>
    <message>
        <source>The rules of this chain would be too many lines</source>
        <translation>このチェーンのルールは行数が多すぎます</translation>
    </message>
</context>
<context>
    <name>netdraft::views::SeveralForm</name>
    <message>
        <source>%1 (several values)</source>
        <translation>%1（複数の値）</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>複数の値</translation>
    </message>
    <message>
        <source>What is changed here is changed for all that is selected.</source>
        <translation>ここでの変更は、選択中のすべてに適用されます。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>転送</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Prefix length</source>
        <translation>プレフィックス長</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Kind of the selected nodes</source>
        <translation>選択中のノードの種類</translation>
    </message>
    <message>
        <source>What the nodes are drawn as; how packets move does not depend on it</source>
        <translation>ノードの描き方です。パケットの動きには影響しません</translation>
    </message>
    <message>
        <source>Colour of the selected annotations</source>
        <translation>選択中の注釈の色</translation>
    </message>
    <message>
        <source>Draw the selected nodes as %1</source>
        <translation>選択中のノードを%1として描く</translation>
    </message>
    <message>
        <source>Colour annotations</source>
        <translation>注釈の色を変更</translation>
    </message>
    <message>
        <source>The selected nodes forward IPv4 packets</source>
        <translation>選択中のノードが IPv4 パケットを転送</translation>
    </message>
    <message>
        <source>The selected nodes forward IPv6 packets</source>
        <translation>選択中のノードが IPv6 パケットを転送</translation>
    </message>
    <message>
        <source>sysctl net.ipv4.ip_forward: pass on packets that are for others</source>
        <translation>sysctl net.ipv4.ip_forward: 他ノード宛てのパケットを転送します</translation>
    </message>
    <message>
        <source>sysctl net.ipv6.conf.all.forwarding: pass on packets that are for others</source>
        <translation>sysctl net.ipv6.conf.all.forwarding: 他ノード宛てのパケットを転送します</translation>
    </message>
    <message>
        <source>The selected interfaces are up</source>
        <translation>選択中のインターフェースはアップ</translation>
    </message>
    <message>
        <source>The interfaces of the selected nodes but lo, and both ends of the selected cables</source>
        <translation>選択中のノードの lo 以外のインターフェースと、選択中のケーブルの両端</translation>
    </message>
    <message>
        <source>Let the selected nodes forward %1</source>
        <translation>選択中のノードで %1 の転送を有効化</translation>
    </message>
    <message>
        <source>Stop the selected nodes forwarding %1</source>
        <translation>選択中のノードで %1 の転送を無効化</translation>
    </message>
    <message>
        <source>Set the selected interfaces up</source>
        <translation>選択中のインターフェースをアップにする</translation>
    </message>
    <message>
        <source>Set the selected interfaces down</source>
        <translation>選択中のインターフェースをダウンにする</translation>
    </message>
    <message>
        <source>Prefix length of the IPv4 addresses of the selected interfaces</source>
        <translation>選択中のインターフェースの IPv4 アドレスのプレフィックス長</translation>
    </message>
    <message>
        <source>Gives every IPv4 address there this length; routes over a subnet that goes are lost</source>
        <translation>対象の IPv4 アドレスすべてをこの長さにします。なくなるサブネットを経由する経路は失われます</translation>
    </message>
    <message>
        <source>A prefix length of IPv4 is a number from 1 to 32, like 24</source>
        <translation>IPv4 のプレフィックス長は 24 のような 1～32 の数値です</translation>
    </message>
    <message>
        <source>Set prefix length of the selected interfaces to %1</source>
        <translation>選択中のインターフェースのプレフィックス長を %1 に設定</translation>
    </message>
    <message>
        <source>MTU of the selected interfaces in bytes</source>
        <translation>選択中のインターフェースの MTU（バイト）</translation>
    </message>
    <message>
        <source>The MTU is a number of bytes, like 1500</source>
        <translation>MTU は 1500 のようなバイト数です</translation>
    </message>
    <message>
        <source>Set MTU of the selected interfaces to %1</source>
        <translation>選択中のインターフェースの MTU を %1 に設定</translation>
    </message>
    <message>
        <source>Nodes: %L1</source>
        <translation>ノード: %L1</translation>
    </message>
    <message>
        <source>Cables: %L1</source>
        <translation>ケーブル: %L1</translation>
    </message>
    <message>
        <source>Interfaces: %L1</source>
        <translation>インターフェース: %L1</translation>
    </message>
    <message>
        <source>Annotations: %L1</source>
        <translation>注釈: %L1</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>アップ</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ShortcutSheet</name>
    <message>
        <source>Keys for “%1”</source>
        <translation>「%1」のキー</translation>
    </message>
    <message>
        <source>No Keys</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>“%1” has these keys already.</source>
        <translation>このキーは既に「%1」に割り当てられています。</translation>
    </message>
    <message>
        <source>Press the keys:</source>
        <translation>キーを押してください:</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>操作とキーを検索</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>すべてリセット</translation>
    </message>
    <message>
        <source>Double-click a row, or press Enter on it, to change its keys.</source>
        <translation>行をダブルクリックするか、行で Enter を押すと、キーを変更できます。</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作とキー</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ShownPing</name>
    <message>
        <source>%1 reaches %2</source>
        <translation>%1 から %2 に到達できます</translation>
    </message>
    <message>
        <source>%1 cannot reach %2: %3</source>
        <translation>%1 から %2 に到達できません: %3</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>スタートページ</translation>
    </message>
    <message>
        <source>Close the start page</source>
        <translation>スタートページを閉じる</translation>
    </message>
    <message>
        <source>Close the start page (Escape)</source>
        <translation>スタートページを閉じる (Esc)</translation>
    </message>
    <message>
        <source>&amp;Show this page at the start</source>
        <translation>起動時にこのページを表示(&amp;S)</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近使ったファイル</translation>
    </message>
    <message>
        <source>What you open and save is listed here.</source>
        <translation>開いたファイルや保存したファイルがここに表示されます。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>はじめる</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StationsView</name>
    <message>
        <source>Stations of the packet</source>
        <translation>パケットの処理段階</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StepsView</name>
    <message>
        <source>Steps of this session</source>
        <translation>このセッションの手順</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>On</source>
        <translation>場所</translation>
    </message>
</context>
<context>
    <name>netdraft::views::SummaryBanner</name>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Select the node and draw the way of the packet</source>
        <translation>ノードを選択し、パケットの道筋を描きます</translation>
    </message>
    <message>
        <source>Working out who reaches whom: %1 %</source>
        <translation>到達性を計算中: %1 %</translation>
    </message>
    <message>
        <source>%L1 of %L2 pairs reach</source>
        <translation>%L2 ペア中 %L1 ペアが到達可能</translation>
    </message>
    <message>
        <source>Draw two nodes, connect them and give them addresses to see who reaches whom.</source>
        <translation>ノードを 2 つ描いて接続し、アドレスを割り当てると、どのノードがどこに到達できるかがわかります。</translation>
    </message>
    <message>
        <source>Every node reaches every other.</source>
        <translation>すべてのノードが互いに到達できます。</translation>
    </message>
    <message>
        <source>%1 cannot reach %2: %3</source>
        <translation>%1 から %2 に到達できません: %3</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>問題なし</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TablesPanel</name>
    <message>
        <source>Which table</source>
        <translation>表示するテーブル</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>Select one node to see its rules, neighbours, forwarding table and sockets.</source>
        <translation>ノードを 1 つ選ぶと、ルール、近隣、転送テーブル、ソケットが表示されます。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>No rules: every packet passes.</source>
        <translation>ルールなし: すべてのパケットが通過します。</translation>
    </message>
    <message>
        <source>No hook leads to a chain: every packet passes.</source>
        <translation>チェーンに通じるフックがありません。すべてのパケットが通ります。</translation>
    </message>
    <message>
        <source>No entries.</source>
        <translation>エントリはありません。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TemplateDialog</name>
    <message>
        <source>New From Template</source>
        <translation>テンプレートから新規作成</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>テンプレート</translation>
    </message>
    <message>
        <source>The network, drawn</source>
        <translation>ネットワークの図</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>Nodes: %L1</source>
        <translation>ノード: %L1</translation>
    </message>
    <message>
        <source>Nodes: %L1, more than %L2. So large a network is written to a file by: %3</source>
        <translation>ノード: %L1（上限 %L2 を超過）。この規模のネットワークをファイルに書き出すコマンド: %3</translation>
    </message>
    <message>
        <source>Too large for a small picture.</source>
        <translation>大きすぎるため、縮小図を表示できません。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TerminalPanel</name>
    <message>
        <source>Terminals</source>
        <translation>ターミナル</translation>
    </message>
    <message>
        <source>The terminal of %1</source>
        <translation>%1 のターミナル</translation>
    </message>
    <message>
        <source>The terminal of %1, the selected node; it stays once it is used</source>
        <translation>選択中のノード %1 のターミナル（一度使うとそのまま残ります）</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TerminalView</name>
    <message>
        <source>What the commands printed</source>
        <translation>コマンドの出力</translation>
    </message>
    <message>
        <source>Try: ip addr    ip route    ping 192.0.2.1    ip route add 192.0.2.0/24 via 198.51.100.1</source>
        <translation>例: ip addr    ip route    ping 192.0.2.1    ip route add 192.0.2.0/24 via 198.51.100.1</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Ctrl+C ends the command that runs</source>
        <translation>Ctrl+C で実行中のコマンドを終了します</translation>
    </message>
    <message>
        <source>a command on %1: ip, bridge, sysctl, ping, traceroute …</source>
        <translation>%1 で実行するコマンド: ip, bridge, sysctl, ping, traceroute …</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Tour</name>
    <message>
        <source>Tour</source>
        <translation>ツアー</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>スキップ(&amp;S)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完了(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
</context>
<context>
    <name>netdraft::views::WhatIfModel</name>
    <message>
        <source>Cable from %1 to %2</source>
        <translation>%1 から %2 へのケーブル</translation>
    </message>
    <message>
        <source>cuts off %1</source>
        <translation>%1 が孤立</translation>
    </message>
    <message>
        <source>%1 no longer reaches %2</source>
        <translation>%1 から %2 に到達不可</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 / %L2</translation>
    </message>
    <message>
        <source>If this fails alone</source>
        <translation>単独の障害箇所</translation>
    </message>
    <message>
        <source>Pairs that break</source>
        <translation>切れるペア</translation>
    </message>
    <message>
        <source>So that</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Of the pairs that reach each other now; those of a node that fails itself do not count</source>
        <translation>現在到達できるペアのうち切れる数です。障害が起きたノード自身のペアは数えません</translation>
    </message>
</context>
<context>
    <name>netdraft::views::WhatIfPanel</name>
    <message>
        <source>Single points of failure</source>
        <translation>単一障害点</translation>
    </message>
    <message>
        <source>Letting each node and cable fail in turn: %1 %</source>
        <translation>ノードとケーブルの障害を 1 つずつ試行中: %1 %</translation>
    </message>
    <message>
        <source>Nobody reaches anybody yet, so nothing can break.</source>
        <translation>到達できるペアがまだないため、切れるものはありません。</translation>
    </message>
    <message>
        <source>No single cable or node breaks a pair of others when it fails.</source>
        <translation>単独の障害で他のペアが切れるようなケーブルやノードはありません。</translation>
    </message>
</context>
</TS>
