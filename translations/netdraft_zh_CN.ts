<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Start with an empty network</source>
        <translation>从空网络开始</translation>
    </message>
    <message>
        <source>New From &amp;Template…</source>
        <translation>从模板新建(&amp;T)…</translation>
    </message>
    <message>
        <source>Start with a network of a known shape, of any size</source>
        <translation>从已知结构的网络开始，规模任选</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project file, a script, or a lab of another program</source>
        <translation>打开项目文件、脚本或其他程序的实验</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open a folder, such as a Kathará lab or what was captured on a machine</source>
        <translation>打开文件夹，例如 Kathará 实验或从机器上捕获的内容</translation>
    </message>
    <message>
        <source>&amp;Capture This Machine…</source>
        <translation>捕获本机(&amp;C)…</translation>
    </message>
    <message>
        <source>Draw the network of this machine, with its namespaces and containers</source>
        <translation>绘制本机的网络，包括其命名空间和容器</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Write the project to its file</source>
        <translation>将项目写入其文件</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Write the project to another file</source>
        <translation>将项目写入另一个文件</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Take the network away as a script, configuration files, a lab or a picture</source>
        <translation>将网络导出为脚本、配置文件、实验或图片</translation>
    </message>
    <message>
        <source>Save Pac&amp;kets…</source>
        <translation>保存数据包(&amp;K)…</translation>
    </message>
    <message>
        <source>Write what the tab Packets lists into a capture file that Wireshark opens</source>
        <translation>将“数据包”标签页中的列表写入 Wireshark 可打开的捕获文件</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>重新执行已撤销的更改</translation>
    </message>
    <message>
        <source>&amp;Give Addresses…</source>
        <translation>分配地址(&amp;G)…</translation>
    </message>
    <message>
        <source>Give every interface an address, every host a gateway and every router its routes</source>
        <translation>为每个接口分配地址，为每台主机设置网关，为每台路由器设置路由</translation>
    </message>
    <message>
        <source>&amp;Find Node…</source>
        <translation>查找节点(&amp;F)…</translation>
    </message>
    <message>
        <source>Find a node by its name or an address and select it</source>
        <translation>按名称或地址查找节点并选中</translation>
    </message>
    <message>
        <source>Open &amp;Terminal</source>
        <translation>打开终端(&amp;T)</translation>
    </message>
    <message>
        <source>Type commands on the selected node</source>
        <translation>在所选节点上输入命令</translation>
    </message>
    <message>
        <source>&amp;Hide Path</source>
        <translation>隐藏路径(&amp;H)</translation>
    </message>
    <message>
        <source>Stop drawing the way of a packet</source>
        <translation>不再显示数据包的路径</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>Find any action by its name</source>
        <translation>按名称查找任意操作</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>Put every panel back where it was at first</source>
        <translation>将所有面板恢复到最初的位置</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>使用整个屏幕</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>浅色或深色，与桌面一致</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>浅底深字</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>深底浅字</translation>
    </message>
    <message>
        <source>&amp;Language of the System</source>
        <translation>系统语言(&amp;L)</translation>
    </message>
    <message>
        <source>The language that the desktop speaks, or English</source>
        <translation>桌面环境的语言；若没有则为英语</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Every key and what it does</source>
        <translation>所有快捷键及其作用</translation>
    </message>
    <message>
        <source>&amp;About Netdraft</source>
        <translation>关于 Netdraft(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>版本和许可证</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Arran&amp;ge</source>
        <translation>排列(&amp;G)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>Open &amp;Example</source>
        <translation>打开示例(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Packet &amp;Before</source>
        <translation>上一个数据包(&amp;B)</translation>
    </message>
    <message>
        <source>Look at the packet before, of those that the shown ping sends</source>
        <translation>查看所示 ping 发送的上一个数据包</translation>
    </message>
    <message>
        <source>&amp;Next Packet</source>
        <translation>下一个数据包(&amp;N)</translation>
    </message>
    <message>
        <source>Look at the next packet of those that the shown ping sends</source>
        <translation>查看所示 ping 发送的下一个数据包</translation>
    </message>
    <message>
        <source>&amp;Play Packets</source>
        <translation>播放数据包(&amp;P)</translation>
    </message>
    <message>
        <source>Let the packets of the shown ping go by</source>
        <translation>连续播放所示 ping 的数据包的传递过程</translation>
    </message>
    <message>
        <source>&amp;Guess the Next Hop</source>
        <translation>猜下一跳(&amp;G)</translation>
    </message>
    <message>
        <source>Hide where each packet comes to next until somebody has guessed it</source>
        <translation>隐藏每个数据包接下来到达的节点，猜过之后才显示</translation>
    </message>
    <message>
        <source>&amp;Next Panel</source>
        <translation>下一个面板(&amp;N)</translation>
    </message>
    <message>
        <source>Take the keyboard to the next panel in sight, or back to the canvas</source>
        <translation>将键盘焦点移到下一个可见面板，或移回画布</translation>
    </message>
    <message>
        <source>Pre&amp;vious Panel</source>
        <translation>上一个面板(&amp;V)</translation>
    </message>
    <message>
        <source>Take the keyboard to the panel before</source>
        <translation>将键盘焦点移到上一个面板</translation>
    </message>
    <message>
        <source>Presenter &amp;Mode</source>
        <translation>演示模式(&amp;M)</translation>
    </message>
    <message>
        <source>Show the drawing alone, in large type and without the answers</source>
        <translation>只以大字显示拓扑图，不显示答案</translation>
    </message>
    <message>
        <source>Hide Ans&amp;wers</source>
        <translation>隐藏答案(&amp;W)</translation>
    </message>
    <message>
        <source>While presenting: hide who reaches whom and the way of a packet, or show them</source>
        <translation>演示时隐藏或显示可达性和数据包的路径</translation>
    </message>
    <message>
        <source>Take the &amp;Tour</source>
        <translation>功能导览(&amp;T)</translation>
    </message>
    <message>
        <source>Five steps through the window</source>
        <translation>分五步认识窗口</translation>
    </message>
    <message>
        <source>Go T&amp;o</source>
        <translation>转到(&amp;O)</translation>
    </message>
    <message>
        <source>New &amp;Window</source>
        <translation>新建窗口(&amp;W)</translation>
    </message>
    <message>
        <source>Work on another network beside this one</source>
        <translation>在旁边编辑另一个网络</translation>
    </message>
    <message>
        <source>&amp;Start Page</source>
        <translation>起始页(&amp;S)</translation>
    </message>
    <message>
        <source>Examples, recent files and other ways to begin</source>
        <translation>示例、最近的文件及其他开始方式</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>颜色(&amp;L)</translation>
    </message>
</context>
<context>
    <name>AnnotateTool</name>
    <message>
        <source>%1: drag from one corner or end to the other, or click, or press Enter; Shift for several, Escape ends</source>
        <translation>%1：从一角或一端拖到另一端，或点击，或按 Enter；按住 Shift 可添加多个，按 Esc 结束</translation>
    </message>
</context>
<context>
    <name>Annotation</name>
    <message>
        <source>%1 “%2”</source>
        <translation>%1“%2”</translation>
    </message>
    <message>
        <source>Colour: %1.</source>
        <translation>颜色：%1。</translation>
    </message>
</context>
<context>
    <name>AnnotationColour</name>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
</context>
<context>
    <name>AnnotationEdits</name>
    <message>
        <source>Add %1</source>
        <translation>添加%1</translation>
    </message>
    <message>
        <source>Double-click it, or press F2, to write on it</source>
        <translation>双击它或按 F2 可以写字</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>编写 %1</translation>
    </message>
    <message>
        <source>Select the notes, boxes and arrows to colour</source>
        <translation>请选择要着色的便签、方框和箭头</translation>
    </message>
    <message>
        <source>Colour annotations</source>
        <translation>为标注着色</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>调整 %1 的大小</translation>
    </message>
</context>
<context>
    <name>AnnotationKind</name>
    <message>
        <source>Note</source>
        <translation>便签</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
</context>
<context>
    <name>CanvasAccessible</name>
    <message>
        <source>Nodes: %L1, cables: %L2, annotations: %L3. N goes to the next node, K to the next cable of it, J to the next annotation, Alt with an arrow to the nearest node that way.</source>
        <translation>节点：%L1，线缆：%L2，标注：%L3。按 N 转到下一个节点，按 K 转到该节点的下一条线缆，按 J 转到下一个标注，按 Alt 加方向键转到该方向上最近的节点。</translation>
    </message>
</context>
<context>
    <name>CanvasActions</name>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Fit All</source>
        <translation>缩放至全部(&amp;F)</translation>
    </message>
    <message>
        <source>Fit &amp;Selection</source>
        <translation>缩放至所选(&amp;S)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;None</source>
        <translation>取消选择(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>Add &amp;Node…</source>
        <translation>添加节点(&amp;N)…</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Fold or Unfold</source>
        <translation>折叠或展开(&amp;F)</translation>
    </message>
    <message>
        <source>Take &amp;Out</source>
        <translation>移出(&amp;O)</translation>
    </message>
    <message>
        <source>Align in a &amp;Row</source>
        <translation>排成一行(&amp;R)</translation>
    </message>
    <message>
        <source>Align in a &amp;Column</source>
        <translation>排成一列(&amp;C)</translation>
    </message>
    <message>
        <source>Spread &amp;Across</source>
        <translation>水平分布(&amp;A)</translation>
    </message>
    <message>
        <source>Spread &amp;Down</source>
        <translation>垂直分布(&amp;D)</translation>
    </message>
    <message>
        <source>Lay Out by Ca&amp;bles</source>
        <translation>按线缆布局(&amp;B)</translation>
    </message>
    <message>
        <source>Lay Out in &amp;Layers</source>
        <translation>分层布局(&amp;L)</translation>
    </message>
    <message>
        <source>Lay Out in a C&amp;ircle</source>
        <translation>环形布局(&amp;I)</translation>
    </message>
    <message>
        <source>Lay Out on a &amp;Grid</source>
        <translation>网格布局(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>创建副本(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>选择(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;Interface Names</source>
        <translation>显示接口名称(&amp;I)</translation>
    </message>
    <message>
        <source>Show A&amp;ddresses</source>
        <translation>显示地址(&amp;D)</translation>
    </message>
    <message>
        <source>Show &amp;Grid</source>
        <translation>显示网格(&amp;G)</translation>
    </message>
    <message>
        <source>Snap to Grid</source>
        <translation>对齐到网格</translation>
    </message>
    <message>
        <source>Show &amp;Overview</source>
        <translation>显示概览(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Next Node</source>
        <translation>下一个节点(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Node</source>
        <translation>上一个节点(&amp;P)</translation>
    </message>
    <message>
        <source>Next &amp;Cable</source>
        <translation>下一条线缆(&amp;C)</translation>
    </message>
    <message>
        <source>Previous Ca&amp;ble</source>
        <translation>上一条线缆(&amp;B)</translation>
    </message>
    <message>
        <source>Shade Su&amp;bnets</source>
        <translation>为子网着色(&amp;B)</translation>
    </message>
    <message>
        <source>Write a &amp;Note</source>
        <translation>写便签(&amp;N)</translation>
    </message>
    <message>
        <source>Draw a &amp;Box</source>
        <translation>画方框(&amp;B)</translation>
    </message>
    <message>
        <source>Draw an &amp;Arrow</source>
        <translation>画箭头(&amp;A)</translation>
    </message>
    <message>
        <source>Next Anno&amp;tation</source>
        <translation>下一个标注(&amp;T)</translation>
    </message>
    <message>
        <source>Previous Annotat&amp;ion</source>
        <translation>上一个标注(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Install and Start Docker</source>
        <translation>安装并启动 Docker(&amp;I)</translation>
    </message>
    <message>
        <source>St&amp;op Docker (Rules Stay)</source>
        <translation>停止 Docker（规则保留）(&amp;O)</translation>
    </message>
    <message>
        <source>Remo&amp;ve Docker</source>
        <translation>移除 Docker(&amp;V)</translation>
    </message>
</context>
<context>
    <name>CanvasMenu</name>
    <message>
        <source>&amp;Connect From Here</source>
        <translation>从此处连接(&amp;C)</translation>
    </message>
    <message>
        <source>Set %1 Up</source>
        <translation>启用 %1</translation>
    </message>
    <message>
        <source>Set %1 Down</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加%1</translation>
    </message>
    <message>
        <source>&amp;Write on It</source>
        <translation>写字(&amp;W)</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>颜色(&amp;O)</translation>
    </message>
</context>
<context>
    <name>CanvasPartAccessible</name>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Open Terminal</source>
        <translation>打开终端</translation>
    </message>
    <message>
        <source>Fold or Unfold</source>
        <translation>折叠或展开</translation>
    </message>
    <message>
        <source>Selects this and nothing else</source>
        <translation>仅选中此项</translation>
    </message>
    <message>
        <source>Lets one type commands on this node</source>
        <translation>在此节点上输入命令</translation>
    </message>
    <message>
        <source>Hides what is inside, or shows it again</source>
        <translation>隐藏或重新显示内部的内容</translation>
    </message>
    <message>
        <source>Write on It</source>
        <translation>写字</translation>
    </message>
    <message>
        <source>Lets one change the words of this annotation</source>
        <translation>可修改此标注的文字</translation>
    </message>
</context>
<context>
    <name>CanvasWalk</name>
    <message>
        <source>There is no node yet; A adds one</source>
        <translation>还没有节点；按 A 添加</translation>
    </message>
    <message>
        <source>%1 has no cable</source>
        <translation>%1 没有线缆</translation>
    </message>
    <message>
        <source>Select one node to go through its cables</source>
        <translation>选择一个节点，即可逐条查看其线缆</translation>
    </message>
    <message>
        <source>No node lies that way</source>
        <translation>该方向上没有节点</translation>
    </message>
    <message>
        <source>There is no annotation yet; T writes a note</source>
        <translation>还没有标注；按 T 写便签</translation>
    </message>
</context>
<context>
    <name>CanvasWords</name>
    <message>
        <source>%L1 more</source>
        <translation>另有 %L1 个</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>down</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>up</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>up, no carrier</source>
        <translation>已启用，无载波</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Forwards IPv4 and IPv6.</source>
        <translation>转发 IPv4 和 IPv6。</translation>
    </message>
    <message>
        <source>Forwards IPv4.</source>
        <translation>转发 IPv4。</translation>
    </message>
    <message>
        <source>Forwards IPv6.</source>
        <translation>转发 IPv6。</translation>
    </message>
    <message>
        <source>Does not forward.</source>
        <translation>不转发。</translation>
    </message>
    <message>
        <source>Inside of %1.</source>
        <translation>位于%1 内。</translation>
    </message>
    <message>
        <source>%1, connected to %2</source>
        <translation>%1，连接到 %2</translation>
    </message>
    <message>
        <source>Box of %1, inside: %L2</source>
        <translation>%1 的框，内含节点：%L2</translation>
    </message>
    <message>
        <source>Holds %1.</source>
        <translation>包含%1。</translation>
    </message>
    <message>
        <source>Cable from %1 to %2</source>
        <translation>%1 与 %2 之间的线缆</translation>
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
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>Routers on the way</source>
        <translation>途经的路由器数</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>节点对</translation>
    </message>
    <message>
        <source>Length of the ways</source>
        <translation>路径长度</translation>
    </message>
    <message>
        <source>Pairs that reach</source>
        <translation>可达的节点对</translation>
    </message>
    <message>
        <source>Pairs by subnet</source>
        <translation>按子网的节点对</translation>
    </message>
    <message>
        <source>Subnet of the destination</source>
        <translation>目的子网</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>可达</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>不可达</translation>
    </message>
    <message>
        <source>Left to chance</source>
        <translation>取决于偶然</translation>
    </message>
    <message>
        <source>Sizes of tables</source>
        <translation>表的大小</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>邻居</translation>
    </message>
    <message>
        <source>Policy rules</source>
        <translation>策略规则</translation>
    </message>
    <message>
        <source>Packets by cable</source>
        <translation>各线缆的数据包</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>线缆</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>ARP and neighbour discovery</source>
        <translation>ARP 和邻居发现</translation>
    </message>
    <message>
        <source>Echo requests and replies</source>
        <translation>回显请求和应答</translation>
    </message>
    <message>
        <source>Other packets</source>
        <translation>其他数据包</translation>
    </message>
    <message>
        <source>Flooded and forwarded</source>
        <translation>泛洪与转发</translation>
    </message>
    <message>
        <source>Frames that came to the bridge</source>
        <translation>到达网桥的帧</translation>
    </message>
    <message>
        <source>Frames so far</source>
        <translation>累计帧数</translation>
    </message>
    <message>
        <source>%1: flooded</source>
        <translation>%1：泛洪</translation>
    </message>
    <message>
        <source>%1: forwarded</source>
        <translation>%1：转发</translation>
    </message>
    <message>
        <source>Length of the ways, of one pair in %L1</source>
        <translation>路径长度（每 %L1 对取一对）</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>路由</translation>
    </message>
</context>
<context>
    <name>ConnectTool</name>
    <message>
        <source>Connect %1 and %2</source>
        <translation>连接 %1 和 %2</translation>
    </message>
    <message>
        <source>Choose the node at the other end; Escape cancels</source>
        <translation>选择另一端的节点；按 Esc 取消</translation>
    </message>
    <message>
        <source>A cable starts at a node</source>
        <translation>线缆必须从节点开始</translation>
    </message>
    <message>
        <source>No node there: choose what to connect to, or Escape</source>
        <translation>此处没有节点：请选择要连接的对象，或按 Esc</translation>
    </message>
    <message>
        <source>A cable needs two different nodes</source>
        <translation>线缆需要两个不同的节点</translation>
    </message>
    <message>
        <source>Drag from one node to another, or click one after the other, or go there with N and press Enter</source>
        <translation>从一个节点拖到另一个节点，或依次点击两个节点，或按 N 转到节点后按 Enter</translation>
    </message>
    <message>
        <source>Select the node where the cable shall end, and press Enter</source>
        <translation>选择线缆另一端的节点，然后按 Enter</translation>
    </message>
</context>
<context>
    <name>Docker</name>
    <message>
        <source>Install Docker on %1</source>
        <translation>在 %1 上安装 Docker</translation>
    </message>
    <message>
        <source>Start Docker on %1</source>
        <translation>在 %1 上启动 Docker</translation>
    </message>
    <message>
        <source>Stop Docker on %1</source>
        <translation>在 %1 上停止 Docker</translation>
    </message>
    <message>
        <source>Remove Docker from %1</source>
        <translation>从 %1 移除 Docker</translation>
    </message>
</context>
<context>
    <name>DockerEdits</name>
    <message>
        <source>Select the node that has Docker, or shall have it</source>
        <translation>请选择已有 Docker 或要安装 Docker 的节点</translation>
    </message>
    <message>
        <source>Docker runs on %1 already</source>
        <translation>Docker 已在 %1 上运行</translation>
    </message>
    <message>
        <source>Docker does not run on %1</source>
        <translation>Docker 未在 %1 上运行</translation>
    </message>
    <message>
        <source>There is no Docker on %1</source>
        <translation>%1 上没有 Docker</translation>
    </message>
    <message>
        <source>Docker is stopped on %1: its bridges and rules stay</source>
        <translation>Docker 已在 %1 上停止：其网桥和规则仍保留</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>%1 (incomplete)</source>
        <translation>%1（不完整）</translation>
    </message>
</context>
<context>
    <name>Example</name>
    <message>
        <source>Routing: the Lesson</source>
        <translation>路由：课程</translation>
    </message>
    <message>
        <source>Routing: Solved</source>
        <translation>路由：解答</translation>
    </message>
    <message>
        <source>Default Gateway</source>
        <translation>默认网关</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Switching</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Two devices get addresses</source>
        <translation>两台设备获得地址</translation>
    </message>
    <message>
        <source>A router between two networks</source>
        <translation>两个网络之间的路由器</translation>
    </message>
    <message>
        <source>There and back are two ways</source>
        <translation>去和回是两条路</translation>
    </message>
    <message>
        <source>One route for everything else</source>
        <translation>一条路由通往其余一切</translation>
    </message>
    <message>
        <source>Hosts File</source>
        <translation>hosts 文件</translation>
    </message>
    <message>
        <source>Each host has names of its own</source>
        <translation>每台主机有自己的名称</translation>
    </message>
    <message>
        <source>DNS Server</source>
        <translation>DNS 服务器</translation>
    </message>
    <message>
        <source>One server tells the names</source>
        <translation>一台服务器告知名称</translation>
    </message>
    <message>
        <source>Network Namespaces</source>
        <translation>网络命名空间</translation>
    </message>
    <message>
        <source>Red, blue and a veth pair</source>
        <translation>红、蓝和一对 veth</translation>
    </message>
    <message>
        <source>Linux Bridge</source>
        <translation>Linux 网桥</translation>
    </message>
    <message>
        <source>NAT and a forwarded port</source>
        <translation>NAT 与端口转发</translation>
    </message>
    <message>
        <source>Open vSwitch</source>
        <translation>Open vSwitch</translation>
    </message>
    <message>
        <source>The same by ovs-vsctl</source>
        <translation>用 ovs-vsctl 做同样的事</translation>
    </message>
    <message>
        <source>Docker Networks</source>
        <translation>Docker 网络</translation>
    </message>
    <message>
        <source>None, host, bridge, your own</source>
        <translation>none、host、bridge、自建</translation>
    </message>
    <message>
        <source>CNI by Hand</source>
        <translation>手工 CNI</translation>
    </message>
    <message>
        <source>What a runtime does</source>
        <translation>运行时做了什么</translation>
    </message>
    <message>
        <source>Cluster Ports</source>
        <translation>集群端口</translation>
    </message>
    <message>
        <source>Who listens, who must reach it</source>
        <translation>谁在监听，谁须到达</translation>
    </message>
    <message>
        <source>Pod Networking</source>
        <translation>Pod 网络</translation>
    </message>
    <message>
        <source>A bridge per node, and routes</source>
        <translation>每个节点一个网桥，加路由</translation>
    </message>
    <message>
        <source>CNI in the Kubelet</source>
        <translation>kubelet 中的 CNI</translation>
    </message>
    <message>
        <source>From a pod to its address</source>
        <translation>从 Pod 到它的地址</translation>
    </message>
    <message>
        <source>Deploying an Overlay</source>
        <translation>部署覆盖网络</translation>
    </message>
    <message>
        <source>Weave Net from its manifest</source>
        <translation>由清单部署 Weave Net</translation>
    </message>
    <message>
        <source>A link-local default gateway</source>
        <translation>链路本地默认网关</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>API group of the resource</source>
        <translation>资源的 API 组</translation>
    </message>
    <message>
        <source>Image of the containers</source>
        <translation>容器的镜像</translation>
    </message>
    <message>
        <source>Servers between which the nodes are spread</source>
        <translation>分担各节点的服务器</translation>
    </message>
    <message>
        <source>Lab script (bash)</source>
        <translation>实验脚本（bash）</translation>
    </message>
    <message>
        <source>a script that builds the network in namespaces, checks it and takes it down</source>
        <translation>用命名空间搭建网络、检查并拆除网络的脚本</translation>
    </message>
    <message>
        <source>Plain commands</source>
        <translation>纯命令</translation>
    </message>
    <message>
        <source>the commands for each device, as lesson notes give them</source>
        <translation>每台设备的命令，写法与课堂讲义一致</translation>
    </message>
    <message>
        <source>Batch files (ip -batch)</source>
        <translation>批处理文件（ip -batch）</translation>
    </message>
    <message>
        <source>a folder of files for `ip -batch` and `bridge -batch`</source>
        <translation>一个文件夹，内含供 `ip -batch` 和 `bridge -batch` 使用的文件</translation>
    </message>
    <message>
        <source>ifupdown (interfaces)</source>
        <translation>ifupdown（interfaces）</translation>
    </message>
    <message>
        <source>a folder with etc/network/interfaces for each node</source>
        <translation>一个文件夹，内含每个节点的 etc/network/interfaces</translation>
    </message>
    <message>
        <source>netplan</source>
        <translation>netplan</translation>
    </message>
    <message>
        <source>a folder with etc/netplan/ for each node</source>
        <translation>一个文件夹，内含每个节点的 etc/netplan/</translation>
    </message>
    <message>
        <source>systemd-networkd</source>
        <translation>systemd-networkd</translation>
    </message>
    <message>
        <source>a folder with etc/systemd/network/ for each node</source>
        <translation>一个文件夹，内含每个节点的 etc/systemd/network/</translation>
    </message>
    <message>
        <source>Settings (sysctl.d)</source>
        <translation>内核参数（sysctl.d）</translation>
    </message>
    <message>
        <source>a folder with etc/sysctl.d/ for each node</source>
        <translation>一个文件夹，内含每个节点的 etc/sysctl.d/</translation>
    </message>
    <message>
        <source>iptables-persistent</source>
        <translation>iptables-persistent</translation>
    </message>
    <message>
        <source>a folder with etc/iptables/rules.v4 and rules.v6 for each node</source>
        <translation>一个文件夹，内含每个节点的 etc/iptables/rules.v4 和 rules.v6</translation>
    </message>
    <message>
        <source>Kathará lab folder</source>
        <translation>Kathará 实验文件夹</translation>
    </message>
    <message>
        <source>a lab for Kathará, in containers or with Megalos on Kubernetes: lab.conf and startup scripts</source>
        <translation>Kathará 实验，可在容器中运行，或通过 Megalos 在 Kubernetes 上运行：lab.conf 和启动脚本</translation>
    </message>
    <message>
        <source>containerlab topology</source>
        <translation>containerlab 拓扑</translation>
    </message>
    <message>
        <source>a lab for containerlab: containers that their commands configure</source>
        <translation>containerlab 实验：由各自的命令完成配置的容器</translation>
    </message>
    <message>
        <source>clabernetes topology</source>
        <translation>clabernetes 拓扑</translation>
    </message>
    <message>
        <source>the same on Kubernetes with clabernetes: a resource Topology</source>
        <translation>同样的实验，通过 clabernetes 在 Kubernetes 上运行：一个 Topology 资源</translation>
    </message>
    <message>
        <source>Mininet script</source>
        <translation>Mininet 脚本</translation>
    </message>
    <message>
        <source>a script that builds the network with Mininet 2.3, and checks it</source>
        <translation>用 Mininet 2.3 搭建并检查网络的脚本</translation>
    </message>
    <message>
        <source>CORE session</source>
        <translation>CORE 会话</translation>
    </message>
    <message>
        <source>a session of CORE 9.2, with the commands of each node as its service</source>
        <translation>CORE 9.2 的会话，每个节点的命令作为该节点的服务</translation>
    </message>
    <message>
        <source>Lab sheet (Markdown)</source>
        <translation>实验单（Markdown）</translation>
    </message>
    <message>
        <source>a sheet with the drawing, tables of addresses, routes and rules, commands, and who reaches whom</source>
        <translation>一份实验单，包含拓扑图、地址表、路由表和规则表、命令以及可达关系</translation>
    </message>
    <message>
        <source>Drawing for Mermaid</source>
        <translation>Mermaid 拓扑图</translation>
    </message>
    <message>
        <source>the drawing as a flowchart of Mermaid</source>
        <translation>以 Mermaid 流程图表示的拓扑图</translation>
    </message>
    <message>
        <source>Drawing for Graphviz</source>
        <translation>Graphviz 拓扑图</translation>
    </message>
    <message>
        <source>the drawing in Graphviz's language</source>
        <translation>以 Graphviz 语言表示的拓扑图</translation>
    </message>
    <message>
        <source>Picture (SVG)</source>
        <translation>图片（SVG）</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>图片（PNG）</translation>
    </message>
    <message>
        <source>Picture (PDF)</source>
        <translation>图片（PDF）</translation>
    </message>
    <message>
        <source>Docker commands</source>
        <translation>Docker 命令</translation>
    </message>
    <message>
        <source>a folder with docker.sh for each node with Docker: its networks and containers</source>
        <translation>一个文件夹，内含每个有 Docker 的节点的 docker.sh：其网络和容器</translation>
    </message>
    <message>
        <source>Names (hosts, DNS)</source>
        <translation>名称（hosts、DNS）</translation>
    </message>
    <message>
        <source>a folder with hosts, resolv.conf and the name servers' files of each node</source>
        <translation>一个文件夹，内含每个节点的 hosts、resolv.conf 和名称服务器的文件</translation>
    </message>
    <message>
        <source>Docker Compose</source>
        <translation>Docker Compose</translation>
    </message>
    <message>
        <source>a folder with compose.yaml for each node with Docker: its containers and networks</source>
        <translation>一个文件夹，内含每个有 Docker 的节点的 compose.yaml：其容器和网络</translation>
    </message>
    <message>
        <source>Kubernetes manifests</source>
        <translation>Kubernetes 清单</translation>
    </message>
    <message>
        <source>a folder with the manifests of a cluster, and each node's CNI configuration and kubeadm</source>
        <translation>一个文件夹，包含集群的清单，以及每个节点的 CNI 配置和 kubeadm</translation>
    </message>
</context>
<context>
    <name>FrameItem</name>
    <message>
        <source>%1 %2, inside: %L3</source>
        <translation>%1 %2，内含：%L3</translation>
    </message>
</context>
<context>
    <name>Insertion</name>
    <message>
        <source>Insert %1 between %2 and %3</source>
        <translation>在 %2 与 %3 之间插入 %1</translation>
    </message>
</context>
<context>
    <name>MatrixGroups</name>
    <message>
        <source>no address</source>
        <translation>无地址</translation>
    </message>
</context>
<context>
    <name>MendWords</name>
    <message>
        <source>port {} of {} on {}</source>
        <translation>{2} 上 {1} 的端口 {0}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{1} 的 {0}</translation>
    </message>
</context>
<context>
    <name>MoveGesture</name>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Move %1 nodes</source>
        <translation>移动 %1 个节点</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>%1 个节点</translation>
    </message>
    <message>
        <source>Move %1 into %2</source>
        <translation>将 %1 移入 %2</translation>
    </message>
    <message>
        <source>Move %1 out</source>
        <translation>移出 %1</translation>
    </message>
    <message>
        <source>Move %1 objects</source>
        <translation>移动 %1 个对象</translation>
    </message>
</context>
<context>
    <name>NodeKind</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>交换机</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>路由器</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
</context>
<context>
    <name>NodeTable</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>VLAN</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>网桥</translation>
    </message>
    <message>
        <source>Tunnel end</source>
        <translation>隧道端点</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Local address</source>
        <translation>本地地址</translation>
    </message>
    <message>
        <source>Peer address</source>
        <translation>对端地址</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>邻居</translation>
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
        <translation>策略规则</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>套接字</translation>
    </message>
</context>
<context>
    <name>NodeWords</name>
    <message>
        <source>no port</source>
        <translation>无端口</translation>
    </message>
    <message>
        <source>1 port</source>
        <translation>1 个端口</translation>
    </message>
    <message>
        <source>%1 ports</source>
        <translation>%1 个端口</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Palette</source>
        <translation>节点库</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Routing Table</source>
        <translation>路由表</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Reachability</source>
        <translation>可达性</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>What If</source>
        <translation>故障推演</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Cluster Ports</source>
        <translation>集群端口</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
</context>
<context>
    <name>PassageFilter</name>
    <message>
        <source>Behind “node” stands the name of one node, then “and” or nothing.</source>
        <translation>“node”之后应为一个节点的名称，再往后是“and”或没有内容。</translation>
    </message>
    <message>
        <source>There is no node “%1”.</source>
        <translation>没有名为“%1”的节点。</translation>
    </message>
</context>
<context>
    <name>PlaceTool</name>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>%1: click where it shall stand, or press Enter; Shift for several, Escape ends</source>
        <translation>%1：点击要放置的位置，或按 Enter；按住 Shift 可放置多个，按 Esc 结束</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>About Netdraft</source>
        <translation>关于 Netdraft</translation>
    </message>
    <message>
        <source>&lt;p&gt;Draw Linux networks, see who reaches whom and why not, and take the commands that build them along.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later; it comes with no warranty. Made with Qt %1.&lt;/p&gt;</source>
        <translation>&lt;p&gt;绘制 Linux 网络，查看谁能到达谁、为什么到不了，并导出搭建网络所用的命令。&lt;/p&gt;&lt;p&gt;自由软件，采用 GNU 通用公共许可证第 3 版或更高版本；不提供任何担保。使用 Qt %1 开发。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>an untitled network</source>
        <translation>未命名的网络</translation>
    </message>
    <message>
        <source>Recover Unsaved Changes</source>
        <translation>恢复未保存的更改</translation>
    </message>
    <message>
        <source>Netdraft did not end properly. Recover the unsaved changes to %1?</source>
        <translation>Netdraft 上次未正常退出。要恢复对 %1 的未保存更改吗？</translation>
    </message>
    <message>
        <source>They were kept on %1.</source>
        <translation>这些更改保存于 %1。</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>Ask &amp;Later</source>
        <translation>以后再问(&amp;L)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>{} by {}</source>
        <translation>{1} 上的 {0}</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} 和 {}</translation>
    </message>
    <message>
        <source>nobody listens on {} at {}</source>
        <translation>{1} 上没有程序监听 {0}</translation>
    </message>
    <message>
        <source>{} listens on {} for {} only, not for {}</source>
        <translation>{} 上的 {} 只监听 {}，不监听 {}</translation>
    </message>
    <message>
        <source>the answer comes from {}, which is not what {} asked</source>
        <translation>应答来自 {}，而 {} 请求的并不是该地址</translation>
    </message>
    <message>
        <source>{} reaches {} of {}, which does not answer</source>
        <translation>{0} 能到达 {2} 的 {1}，但对方不应答</translation>
    </message>
    <message>
        <source>{} reaches {} of {}</source>
        <translation>{0} 能到达 {2} 的 {1}</translation>
    </message>
    <message>
        <source>the default route</source>
        <translation>默认路由</translation>
    </message>
    <message>
        <source>the route {}</source>
        <translation>路由 {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{1} 的 {0}</translation>
    </message>
    <message>
        <source>the policy of chain {} in nft table {}</source>
        <translation>nft {1} 表 {0} 链的默认策略</translation>
    </message>
    <message>
        <source>rule {} (handle {}) of chain {} in nft table {}</source>
        <translation>nft {3} 表 {2} 链的规则 {0}，handle {1}</translation>
    </message>
    <message>
        <source>the policy of chain {} in table {}</source>
        <translation>{1} 表 {0} 链的默认策略</translation>
    </message>
    <message>
        <source>rule {} of chain {} in table {}</source>
        <translation>{2} 表 {1} 链的规则 {0}</translation>
    </message>
    <message>
        <source>{} has a fixed neighbour entry for {} on {} whose link-layer address is not there</source>
        <translation>{0} 在 {2} 上为 {1} 设有静态邻居表项，但其中的链路层地址在该网段上不存在</translation>
    </message>
    <message>
        <source>ARP is off on {} of {}, which so asks nobody for the link-layer address of {}</source>
        <translation>{1} 的 {0} 关闭了 ARP，因此不会询问 {2} 的链路层地址</translation>
    </message>
    <message>
        <source>the frame from {} to {} on {} comes to nobody who has its link-layer address</source>
        <translation>{0} 从 {2} 发往 {1} 的帧没有到达拥有其目的链路层地址的节点</translation>
    </message>
    <message>
        <source>{} has no carrier: the other end is down</source>
        <translation>{} 无载波：对端未启用</translation>
    </message>
    <message>
        <source>{} has no carrier: it has no members</source>
        <translation>{} 无载波：没有成员接口</translation>
    </message>
    <message>
        <source>{} has no carrier: none of its members has</source>
        <translation>{} 无载波：所有成员接口都无载波</translation>
    </message>
    <message>
        <source>{} has no {} tunnel to take what {} sends (local {}, remote {})</source>
        <translation>{} 没有 {} 隧道来接收 {} 发出的数据包（local {}，remote {}）</translation>
    </message>
    <message>
        <source>{} sends from {}, which is no address of {}</source>
        <translation>{} 以 {} 为源地址发送，但 {} 没有该地址</translation>
    </message>
    <message>
        <source>{} carries no VLAN {}</source>
        <translation>{} 不允许 VLAN {} 通过</translation>
    </message>
    <message>
        <source>port {} of {} on {}</source>
        <translation>{2} 上 {1} 的端口 {0}</translation>
    </message>
    <message>
        <source>{} carries no frames without a tag</source>
        <translation>{} 不允许不带标签的帧通过</translation>
    </message>
    <message>
        <source>{} is an access port, and takes no frames with a tag</source>
        <translation>{} 是 access 端口，不接收带标签的帧</translation>
    </message>
    <message>
        <source>{} is in VLAN {}, and the frame in none</source>
        <translation>{} 属于 VLAN {}，而该帧不属于任何 VLAN</translation>
    </message>
    <message>
        <source>{} is in VLAN {}, and carries no VLAN {}</source>
        <translation>{} 属于 VLAN {}，不允许 VLAN {} 通过</translation>
    </message>
    <message>
        <source> in VRF {}</source>
        <translation> (VRF {} 内)</translation>
    </message>
    <message>
        <source> outside of VRF {}</source>
        <translation> (VRF {} 之外)</translation>
    </message>
    <message>
        <source>{} is reached</source>
        <translation>已到达 {}</translation>
    </message>
    <message>
        <source>{} turns packets to {} away, as IPv6 does for every route out by lo ({})</source>
        <translation>{} 退回发往 {} 的数据包，IPv6 对所有从 lo 发出的路由都是如此（{}）</translation>
    </message>
    <message>
        <source>{} has no route to {}{}</source>
        <translation>{} 没有到 {} 的路由{}</translation>
    </message>
    <message>
        <source>{} discards packets to {}: blackhole route {}</source>
        <translation>{} 丢弃发往 {} 的数据包：blackhole 路由 {}</translation>
    </message>
    <message>
        <source>{} refuses packets to {}: unreachable route {}</source>
        <translation>{} 拒绝发往 {} 的数据包：unreachable 路由 {}</translation>
    </message>
    <message>
        <source>{} forbids packets to {}: prohibit route {}</source>
        <translation>{} 禁止发往 {} 的数据包：prohibit 路由 {}</translation>
    </message>
    <message>
        <source>{} does not forward {} packets</source>
        <translation>{} 不转发 {} 数据包</translation>
    </message>
    <message>
        <source>{} asks for {} on {}, and nobody answers{}</source>
        <translation>{0} 在 {2} 上询问 {1}，但无人应答{3}</translation>
    </message>
    <message>
        <source>{} is down</source>
        <translation>{} 未启用</translation>
    </message>
    <message>
        <source>lo of {} is down, so it cannot reach itself</source>
        <translation>{} 的 lo 未启用，因此它无法到达自身</translation>
    </message>
    <message>
        <source>{} sends packets to {} back to itself by lo, and drops them ({})</source>
        <translation>{} 经 lo 把发往 {} 的数据包送回自身，随即丢弃（{}）</translation>
    </message>
    <message>
        <source>{} drops the packet from {}, for that address is its own</source>
        <translation>{} 丢弃来自 {} 的数据包，因为该地址是它自己的</translation>
    </message>
    <message>
        <source>{} drops the packet from {}: its way back there is another link, and rp_filter asks for the same</source>
        <translation>{} 丢弃来自 {} 的数据包：回程要走另一条链路，而 rp_filter 要求走同一条</translation>
    </message>
    <message>
        <source>{} does not forward packets from the link-local address {}</source>
        <translation>{} 不转发来自链路本地地址 {} 的数据包</translation>
    </message>
    <message>
        <source>the packet circles until its time to live is used up, last at {}</source>
        <translation>数据包循环转发，直到 TTL 耗尽，最后到达 {}</translation>
    </message>
    <message>
        <source>the time to live that {} gives its packets is used up at {}</source>
        <translation>{} 为数据包设置的 TTL 在 {} 处耗尽</translation>
    </message>
    <message>
        <source>the packet is larger than the MTU of a link behind {} of {}</source>
        <translation>数据包大于 {1} 的 {0} 之后某条链路的 MTU</translation>
    </message>
    <message>
        <source>the packet is larger than the MTU of the way out of {}</source>
        <translation>数据包大于 {} 出口的 MTU</translation>
    </message>
    <message>
        <source>{} has no {} address to send from</source>
        <translation>{} 没有可用作源地址的 {} 地址</translation>
    </message>
    <message>
        <source>for {} {} is a broadcast address, which nobody answers ({})</source>
        <translation>对 {} 而言，{} 是广播地址，无人应答（{}）</translation>
    </message>
    <message>
        <source>the switches behind {} of {} form a loop, and frames circle in it</source>
        <translation>{1} 的 {0} 之后的交换机形成环路，帧在其中循环</translation>
    </message>
    <message>
        <source>the reply came to {}, which has the address {} too</source>
        <translation>应答送到了 {}，它也有地址 {}</translation>
    </message>
    <message>
        <source>{} answers no echo requests (icmp_echo_ignore_all)</source>
        <translation>{} 不应答回显请求（icmp_echo_ignore_all）</translation>
    </message>
    <message>
        <source>{} of {} drops the packet</source>
        <translation>{1} 丢弃该数据包，依据 {0}</translation>
    </message>
    <message>
        <source>the connection tracking of {} drops the packet</source>
        <translation>{} 的连接跟踪丢弃该数据包</translation>
    </message>
    <message>
        <source>{} of {} rejects the packet</source>
        <translation>{1} 拒绝该数据包，依据 {0}</translation>
    </message>
    <message>
        <source>{} does not take part in the frame's VLAN</source>
        <translation>{} 不属于该帧所在的 VLAN</translation>
    </message>
    <message>
        <source>{} is private, and passes nothing to others on its parent</source>
        <translation>{} 处于 private 模式，不与同一父接口上的其他接口通信</translation>
    </message>
    <message>
        <source>{} is isolated from the port that the frame came by</source>
        <translation>{} 与该帧进入的端口相互隔离</translation>
    </message>
    <message>
        <source>{} does not know where the frame's address is, and no port takes frames for unknown ones</source>
        <translation>{} 不知道该帧的目的地址在何处，也没有端口接收发往未知地址的帧</translation>
    </message>
    <message>
        <source>{} does not forward</source>
        <translation>{} 不转发</translation>
    </message>
    <message>
        <source>{} is locked, and takes no frames from senders whose entry it does not have</source>
        <translation>{} 已锁定，不接收 FDB 中没有其表项的发送方的帧</translation>
    </message>
    <message>
        <source>{} has no end of the tunnel to send to</source>
        <translation>{} 没有可发往的隧道对端</translation>
    </message>
    <message>
        <source>{} has a VXLAN link on that port, and none with the VNI</source>
        <translation>{} 在该端口上有 VXLAN 接口，但 VNI 都不匹配</translation>
    </message>
    <message>
        <source>{} has another key than {}</source>
        <translation>{} 的 key 与 {} 的不同</translation>
    </message>
    <message>
        <source>the way to the far end of {} leads into {} itself</source>
        <translation>去往 {} 远端的路径又进入了 {} 自身</translation>
    </message>
    <message>
        <source>VRF {} of {} is down, so that it answers nobody there</source>
        <translation>{1} 的 VRF {0} 未启用，因此在其中不作任何应答</translation>
    </message>
    <message>
        <source>{} carries no {} packets</source>
        <translation>{} 不承载 {} 数据包</translation>
    </message>
    <message>
        <source>{} is not the active member of its bond, which takes no frames by it</source>
        <translation>{} 不是其 bond 的活动成员，bond 不经它接收帧</translation>
    </message>
    <message>
        <source>nobody listens on the port at {}</source>
        <translation>{} 上没有程序监听该端口</translation>
    </message>
    <message>
        <source>{} leads nowhere</source>
        <translation>{} 不通向任何地方</translation>
    </message>
    <message>
        <source>what {} does with it is not modelled</source>
        <translation>{} 如何处理该数据包，尚未建模</translation>
    </message>
    <message>
        <source>what becomes of the packet from {} is not modelled</source>
        <translation>来自 {} 的数据包后续如何，尚未建模</translation>
    </message>
    <message>
        <source>{} (so {} does not find its neighbour {})</source>
        <translation>{}（因此 {} 找不到邻居 {}）</translation>
    </message>
    <message>
        <source>{} (on the way from {} to {})</source>
        <translation>{}（从 {} 去往 {} 的途中）</translation>
    </message>
    <message>
        <source>{} (on the way back from {} to {}, {})</source>
        <translation>{}（回程中，从 {} 到 {} 的 {}）</translation>
    </message>
    <message>
        <source>{} reaches {}</source>
        <translation>{} 能到达 {}</translation>
    </message>
    <message>
        <source>: {} of {} has {} too, whose duplicate detection failed, and believes nobody who says he has it</source>
        <translation>: {1} 的 {0} 也有 {2}，但其重复地址检测（DAD）失败，且不相信任何声称拥有该地址的应答</translation>
    </message>
    <message>
        <source>: {} of {} has {} too, whose duplicate detection failed</source>
        <translation>: {1} 的 {0} 也有 {2}，但其重复地址检测（DAD）失败</translation>
    </message>
    <message>
        <source>: {} is on {}, which {} lies on, and the two never hear each other</source>
        <translation>: {0} 在 {2} 的父接口 {1} 上，两者永远收不到对方的帧</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, a port of {}, which takes every frame that comes to it</source>
        <translation>: {0} 在 {2} 的 {1} 上，该接口是 {3} 的端口，进入的帧全部由后者接管</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, which lies on {}, and the two never hear each other</source>
        <translation>: {0} 在 {2} 的 {1} 上，其父接口是 {3}，两者永远收不到对方的帧</translation>
    </message>
    <message>
        <source>: {} is on {} of {}, which in mode {} answers for no address</source>
        <translation>: {0} 在 {2} 的 {1} 上，该接口处于 {3} 模式，不为任何地址应答</translation>
    </message>
    <message>
        <source>: {} has {} itself, and believes nobody who says he has it</source>
        <translation>: {} 自己就有 {}，不相信任何声称拥有该地址的应答</translation>
    </message>
    <message>
        <source>{} of {} drops the packet: Docker has set it to DROP, and bridge-nf-call-iptables lets it see bridged frames</source>
        <translation>{1} 丢弃该数据包，依据 {0}：Docker 已将其设为 DROP，且 bridge-nf-call-iptables 使其也检查网桥转发的帧</translation>
    </message>
    <message>
        <source>{} of {} drops the packet: Docker has set it to DROP</source>
        <translation>{1} 丢弃该数据包，依据 {0}：Docker 已将其设为 DROP</translation>
    </message>
    <message>
        <source>the qdisc of {} drops it</source>
        <translation>{} 的 qdisc 将其丢弃</translation>
    </message>
</context>
<context>
    <name>Render</name>
    <message>
        <source>Network drawing</source>
        <translation>网络拓扑图</translation>
    </message>
</context>
<context>
    <name>Routes</name>
    <message>
        <source>“%1” is no network: write one like 192.168.2.0/24, or default</source>
        <translation>“%1”不是网络：写法如 192.168.2.0/24，或 default</translation>
    </message>
    <message>
        <source>A network is written like 192.168.2.0/24</source>
        <translation>网络的写法如 192.168.2.0/24</translation>
    </message>
    <message>
        <source>A gateway is an address like 192.168.1.6</source>
        <translation>网关是一个地址，如 192.168.1.6</translation>
    </message>
    <message>
        <source>“%1” cannot name an interface</source>
        <translation>“%1”不能作为接口名称</translation>
    </message>
    <message>
        <source>A metric is a number; the smallest one wins</source>
        <translation>度量值是一个数字；最小者优先</translation>
    </message>
    <message>
        <source>A type is unicast, blackhole, unreachable, prohibit or throw</source>
        <translation>类型为 unicast、blackhole、unreachable、prohibit 或 throw</translation>
    </message>
</context>
<context>
    <name>RuleRows</name>
    <message>
        <source>policy %1</source>
        <translation>默认策略 %1</translation>
    </message>
    <message>
        <source>every packet</source>
        <translation>所有数据包</translation>
    </message>
</context>
<context>
    <name>SelectionEdits</name>
    <message>
        <source>The machine itself stays; remove its links instead</source>
        <translation>机器本身会保留；请改为删除其链路</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Remove %1 objects</source>
        <translation>删除 %1 个对象</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>创建 %1 的副本</translation>
    </message>
    <message>
        <source>Duplicate %1 nodes</source>
        <translation>创建 %1 个节点的副本</translation>
    </message>
    <message>
        <source>The machine itself cannot be copied</source>
        <translation>机器本身不能复制</translation>
    </message>
    <message>
        <source>Nodes copied: %L1</source>
        <translation>已复制的节点：%L1</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>粘贴 %1</translation>
    </message>
    <message>
        <source>Paste %1 nodes</source>
        <translation>粘贴 %1 个节点</translation>
    </message>
    <message>
        <source>Select three nodes or more to spread them</source>
        <translation>请选择至少三个节点进行分布</translation>
    </message>
    <message>
        <source>Select two nodes or more to align them</source>
        <translation>请选择至少两个节点进行对齐</translation>
    </message>
    <message>
        <source>Spread nodes</source>
        <translation>分布节点</translation>
    </message>
    <message>
        <source>Align nodes</source>
        <translation>对齐节点</translation>
    </message>
    <message>
        <source>Lay out nodes</source>
        <translation>布局节点</translation>
    </message>
    <message>
        <source>Fold %1</source>
        <translation>折叠 %1</translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation>展开 %1</translation>
    </message>
    <message>
        <source>Select a node that holds others, or one that is inside of it</source>
        <translation>请选择内含其他节点的节点，或位于其中的节点</translation>
    </message>
    <message>
        <source>Select a node that is inside of another one</source>
        <translation>请选择位于其他节点内的节点</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>移出 %1</translation>
    </message>
    <message>
        <source>Set %1 up</source>
        <translation>启用 %1</translation>
    </message>
    <message>
        <source>Set %1 down</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>Duplicate %1 objects</source>
        <translation>创建 %1 个对象的副本</translation>
    </message>
    <message>
        <source>Select what to copy</source>
        <translation>请选择要复制的内容</translation>
    </message>
    <message>
        <source>Objects copied: %L1</source>
        <translation>已复制的对象：%L1</translation>
    </message>
    <message>
        <source>There are no nodes and no annotations on the clipboard</source>
        <translation>剪贴板上没有节点，也没有标注</translation>
    </message>
    <message>
        <source>Paste %1 objects</source>
        <translation>粘贴 %1 个对象</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Move %1 objects</source>
        <translation>移动 %1 个对象</translation>
    </message>
</context>
<context>
    <name>StationWords</name>
    <message>
        <source>no route to the destination</source>
        <translation>没有到目的地址的路由</translation>
    </message>
    <message>
        <source>a blackhole: dropped without a word</source>
        <translation>blackhole 路由：静默丢弃</translation>
    </message>
    <message>
        <source>an unreachable route: refused</source>
        <translation>unreachable 路由：拒绝</translation>
    </message>
    <message>
        <source>prohibited: refused</source>
        <translation>prohibit 路由：禁止并拒绝</translation>
    </message>
    <message>
        <source>this node does not forward (ip_forward is 0)</source>
        <translation>此节点不转发（ip_forward 为 0）</translation>
    </message>
    <message>
        <source>nobody answers for that address</source>
        <translation>没有节点应答该地址</translation>
    </message>
    <message>
        <source>the frame is for another MAC address</source>
        <translation>该帧是发往其他 MAC 地址的</translation>
    </message>
    <message>
        <source>the link is down</source>
        <translation>接口未启用</translation>
    </message>
    <message>
        <source>the link has no carrier</source>
        <translation>接口无载波</translation>
    </message>
    <message>
        <source>lo is down</source>
        <translation>lo 未启用</translation>
    </message>
    <message>
        <source>the source cannot come from there (martian)</source>
        <translation>该源地址不可能来自此处（martian）</translation>
    </message>
    <message>
        <source>the way back to the source is another link (rp_filter)</source>
        <translation>回到源地址要走另一个接口（rp_filter）</translation>
    </message>
    <message>
        <source>a link-local source may not pass a router</source>
        <translation>链路本地源地址的数据包不能通过路由器</translation>
    </message>
    <message>
        <source>the time to live is used up</source>
        <translation>TTL 已耗尽</translation>
    </message>
    <message>
        <source>larger than the MTU</source>
        <translation>大于 MTU</translation>
    </message>
    <message>
        <source>no address to send from</source>
        <translation>没有可用的源地址</translation>
    </message>
    <message>
        <source>a broadcast address, which nobody answers</source>
        <translation>广播地址，无人应答</translation>
    </message>
    <message>
        <source>the switches form a loop, and frames circle in it</source>
        <translation>交换机形成环路，帧在其中循环</translation>
    </message>
    <message>
        <source>nobody here waits for it</source>
        <translation>这里没有程序在等待它</translation>
    </message>
    <message>
        <source>echo requests are ignored (icmp_echo_ignore_all)</source>
        <translation>忽略回显请求（icmp_echo_ignore_all）</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>not in the frame's VLAN</source>
        <translation>不属于该帧所在的 VLAN</translation>
    </message>
    <message>
        <source>does not carry the frame's VLAN</source>
        <translation>不允许该帧所在的 VLAN 通过</translation>
    </message>
    <message>
        <source>isolated from the port that it came by</source>
        <translation>与该帧进入的端口相互隔离</translation>
    </message>
    <message>
        <source>no port takes frames for unknown addresses</source>
        <translation>没有端口接收发往未知地址的帧</translation>
    </message>
    <message>
        <source>the port does not forward</source>
        <translation>该端口不转发</translation>
    </message>
    <message>
        <source>the port is locked, and does not know the sender</source>
        <translation>该端口已锁定，且没有发送方的表项</translation>
    </message>
    <message>
        <source>the tunnel knows no end to send to</source>
        <translation>该隧道没有可发往的对端</translation>
    </message>
    <message>
        <source>no VXLAN link has the VNI</source>
        <translation>没有 VNI 匹配的 VXLAN 接口</translation>
    </message>
    <message>
        <source>no tunnel takes it</source>
        <translation>没有隧道接收它</translation>
    </message>
    <message>
        <source>the tunnel has another key</source>
        <translation>该隧道的 key 不同</translation>
    </message>
    <message>
        <source>the tunnel's local address is not here</source>
        <translation>该隧道的 local 地址不在此节点上</translation>
    </message>
    <message>
        <source>the way to the tunnel's end leads into the tunnel</source>
        <translation>去往隧道对端的路径又进入了该隧道</translation>
    </message>
    <message>
        <source>the VRF is down</source>
        <translation>VRF 未启用</translation>
    </message>
    <message>
        <source>the link does not carry this</source>
        <translation>该接口不承载此类数据包</translation>
    </message>
    <message>
        <source>not the active member of the bond</source>
        <translation>不是 bond 的活动成员</translation>
    </message>
    <message>
        <source>nobody listens on the port</source>
        <translation>没有程序监听该端口</translation>
    </message>
    <message>
        <source>a dummy link leads nowhere</source>
        <translation>dummy 接口不通向任何地方</translation>
    </message>
    <message>
        <source>what happens here is not modelled</source>
        <translation>此处的处理尚未建模</translation>
    </message>
    <message>
        <source>less specific</source>
        <translation>前缀较短</translation>
    </message>
    <message>
        <source>worse metric</source>
        <translation>度量值较大</translation>
    </message>
    <message>
        <source>less preferred</source>
        <translation>优先级较低</translation>
    </message>
    <message>
        <source>stands behind it</source>
        <translation>排在其后</translation>
    </message>
    <message>
        <source>its link is down</source>
        <translation>其接口未启用</translation>
    </message>
    <message>
        <source>leaves by another link than asked for</source>
        <translation>出接口与指定的不同</translation>
    </message>
    <message>
        <source>goes on to the next table</source>
        <translation>继续查下一张表</translation>
    </message>
    <message>
        <source>too short for the rule (suppress_prefixlength)</source>
        <translation>前缀长度不足，被规则排除（suppress_prefixlength）</translation>
    </message>
    <message>
        <source>its table is asked only after that</source>
        <translation>其所在的表在此之后才会查询</translation>
    </message>
    <message>
        <source>no rule leads to its table</source>
        <translation>没有规则指向其所在的表</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>says to go on</source>
        <translation>匹配后继续</translation>
    </message>
    <message>
        <source>jumps on</source>
        <translation>跳转</translation>
    </message>
    <message>
        <source>matches, its table has no route</source>
        <translation>匹配，但其表中没有路由</translation>
    </message>
    <message>
        <source>matches, its table says throw</source>
        <translation>匹配，但其表返回 throw</translation>
    </message>
    <message>
        <source>matches, its route is suppressed</source>
        <translation>匹配，但其路由被抑制</translation>
    </message>
    <message>
        <source>tunnel packet</source>
        <translation>隧道数据包</translation>
    </message>
    <message>
        <source>echo request</source>
        <translation>回显请求</translation>
    </message>
    <message>
        <source>echo reply</source>
        <translation>回显应答</translation>
    </message>
    <message>
        <source>ICMP error</source>
        <translation>ICMP 差错报文</translation>
    </message>
    <message>
        <source>ingress</source>
        <translation>入口</translation>
    </message>
    <message>
        <source>bridge</source>
        <translation>网桥</translation>
    </message>
    <message>
        <source>local process</source>
        <translation>本地进程</translation>
    </message>
    <message>
        <source>routing decision</source>
        <translation>路由决策</translation>
    </message>
    <message>
        <source>neighbour</source>
        <translation>邻居</translation>
    </message>
    <message>
        <source>egress</source>
        <translation>出口</translation>
    </message>
    <message>
        <source>ARP request for {}</source>
        <translation>询问 {} 的 ARP 请求</translation>
    </message>
    <message>
        <source>ARP reply of {}</source>
        <translation>{} 的 ARP 应答</translation>
    </message>
    <message>
        <source>neighbour solicitation for {}</source>
        <translation>询问 {} 的邻居请求</translation>
    </message>
    <message>
        <source>neighbour advertisement of {}</source>
        <translation>{} 的邻居通告</translation>
    </message>
    <message>
        <source>the qdisc drops it</source>
        <translation>qdisc 将其丢弃</translation>
    </message>
</context>
<context>
    <name>Stations</name>
    <message>
        <source>Ends here: %1</source>
        <translation>到此为止：%1</translation>
    </message>
    <message>
        <source>not %1 (%2)</source>
        <translation>未选用 %1（%2）</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未到达</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>Core, distribution and access routers in a tree, hosts on the access routers' LANs.</source>
        <translation>核心、汇聚和接入路由器构成树形，主机位于接入路由器的局域网中。</translation>
    </message>
    <message>
        <source>Routers in a row with a host each, and static routes both ways.</source>
        <translation>路由器排成一列，各带一台主机，双向均为静态路由。</translation>
    </message>
    <message>
        <source>Nodes with pods on a bridge each, joined by a VXLAN overlay as flannel wires it.</source>
        <translation>每个节点的 Pod 连接在一个网桥上，各节点由 VXLAN Overlay 网络相连，结构与 flannel 相同。</translation>
    </message>
    <message>
        <source>The fat tree of k pods of Al-Fares, Loukissas and Vahdat (2008), routed, with every equal way used.</source>
        <translation>Al-Fares、Loukissas 和 Vahdat（2008）提出的 k 个 Pod 的胖树，已配置路由，使用所有等价路径。</translation>
    </message>
    <message>
        <source>Every leaf router is wired to every spine, with every equal way used; hosts on the leaves' LANs.</source>
        <translation>每台叶路由器都与每台脊路由器相连，使用所有等价路径；主机位于叶路由器的局域网中。</translation>
    </message>
    <message>
        <source>Routers wired by chance, a LAN of hosts on each, routed by the shortest ways; the same for the same seed.</source>
        <translation>路由器随机相连，各带一个主机局域网，按最短路径配置路由；种子相同，结果相同。</translation>
    </message>
    <message>
        <source>Routers in a circle with a host each, routed by the shorter way round.</source>
        <translation>路由器连成一圈，各带一台主机，按较短的一侧配置路由。</translation>
    </message>
    <message>
        <source>Hosts on one switch.</source>
        <translation>主机都连在同一台交换机上。</translation>
    </message>
    <message>
        <source>Campus</source>
        <translation>园区网</translation>
    </message>
    <message>
        <source>Chain of Routers</source>
        <translation>路由器链</translation>
    </message>
    <message>
        <source>Cluster with an Overlay</source>
        <translation>带 Overlay 网络的集群</translation>
    </message>
    <message>
        <source>Fat Tree</source>
        <translation>胖树</translation>
    </message>
    <message>
        <source>Leaf and Spine</source>
        <translation>叶脊（Leaf-Spine）</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Ring of Routers</source>
        <translation>路由器环</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星形</translation>
    </message>
    <message>
        <source>Routers</source>
        <translation>路由器</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Hosts on each</source>
        <translation>每台下挂主机</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Pods on each</source>
        <translation>每节点 Pod</translation>
    </message>
    <message>
        <source>Leaves</source>
        <translation>叶路由器</translation>
    </message>
    <message>
        <source>Spines</source>
        <translation>脊路由器</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>A network</source>
        <translation>一个网络</translation>
    </message>
    <message>
        <source>Devices, switches and a router, wired up. Double-click to add something; press L and drag from one to another to wire them.</source>
        <translation>设备、交换机和路由器，已用线缆连好。双击可添加节点；按 L，再从一个节点拖到另一个节点，即可连线。</translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation>网络通吗？</translation>
    </message>
    <message>
        <source>After every change it says whether everybody reaches everybody, and if not, why not. The button on the right mends it, one step at a time.</source>
        <translation>每次更改后，这里都会说明所有节点能否互相到达；如果不能，还会说明原因。右侧的按钮可逐步修复。</translation>
    </message>
    <message>
        <source>Who reaches whom</source>
        <translation>谁能到达谁</translation>
    </message>
    <message>
        <source>A row pings a column. Point at a cell for the reason, or click it to see on the canvas how far the packet comes.</source>
        <translation>由行 ping 列。将指针指向单元格可查看原因，点击可在画布上查看数据包能走到哪里。</translation>
    </message>
    <message>
        <source>What a node is</source>
        <translation>节点的属性</translation>
    </message>
    <message>
        <source>Select a node to see and change its interfaces, addresses and routes. Enter opens its terminal, which knows ip, bridge, ping, tcpdump and many others.</source>
        <translation>选择一个节点，即可查看和更改其接口、地址和路由。按 Enter 可打开其终端，支持 ip、bridge、ping、tcpdump 等众多命令。</translation>
    </message>
    <message>
        <source>The same as commands</source>
        <translation>等效的命令</translation>
    </message>
    <message>
        <source>Whatever you do is written down as the commands that do it on a real machine. Export (Ctrl+E) makes a script of them that builds this very network in namespaces.</source>
        <translation>每一步操作都会记录为在真实机器上执行的等效命令。导出（Ctrl+E）可将其生成为脚本，用命名空间搭建出同样的网络。</translation>
    </message>
</context>
<context>
    <name>TroubleQuestion</name>
    <message>
        <source>Not Everything Was Understood</source>
        <translation>部分内容未能识别</translation>
    </message>
    <message>
        <source>Netdraft does not understand these parts of “%1”. What it does understand can be opened, as a network that is not complete.</source>
        <translation>Netdraft 无法识别“%1”中的以下部分。能够识别的部分可以作为不完整的网络打开。</translation>
    </message>
    <message>
        <source>%1 (a note)</source>
        <translation>%1（说明）</translation>
    </message>
    <message>
        <source>What was not understood</source>
        <translation>未能识别的内容</translation>
    </message>
    <message>
        <source>&amp;Open the Rest</source>
        <translation>打开其余部分(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>netdraft::app::MainWindow</name>
    <message>
        <source>Tool Bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Pairs that this change healed: %L1, and broke: %L2</source>
        <translation>此更改恢复的节点对：%L1，中断的节点对：%L2</translation>
    </message>
    <message>
        <source>Find a node by its name or an address</source>
        <translation>按名称或地址查找节点</translation>
    </message>
    <message>
        <source>Type what you want to do, or a node</source>
        <translation>输入要执行的操作或节点名称</translation>
    </message>
</context>
<context>
    <name>netdraft::model::HintWords</name>
    <message>
        <source>Perhaps: {}</source>
        <translation>也许是：{}</translation>
    </message>
    <message>
        <source>This makes a namespace that is called netns. Perhaps: ip netns add NAME</source>
        <translation>这会创建一个名为 netns 的命名空间。也许是：ip netns add NAME</translation>
    </message>
    <message>
        <source>Without a prefix length this is {}/{}, a network of one address. Perhaps: {}/{}</source>
        <translation>不写前缀长度就是 {}/{}，即只有一个地址的网络。也许是：{}/{}</translation>
    </message>
    <message>
        <source>{} has no {}, but {}.</source>
        <translation>{} 没有 {}，但有 {}。</translation>
    </message>
    <message>
        <source>{} has no {}; it is in {}.</source>
        <translation>{} 没有 {}；它在 {}。</translation>
    </message>
    <message>
        <source>The gateway has to be in a network that {} has an address in, by a link that is up: see ip addr.</source>
        <translation>网关必须位于 {} 在某个已启用接口上拥有地址的网络中：参见 ip addr。</translation>
    </message>
    <message>
        <source>Without a netmask this is {0}/{1}, by its class. Perhaps: ifconfig {2} {0}/24</source>
        <translation>不写子网掩码时按其类别就是 {0}/{1}。也许是：ifconfig {2} {0}/24</translation>
    </message>
</context>
<context>
    <name>netdraft::model::MendWords</name>
    <message>
        <source>Make {} the primary member of {}</source>
        <translation>将 {} 设为 {} 的首选成员</translation>
    </message>
    <message>
        <source>Make {} the active member of {}</source>
        <translation>将 {} 设为 {} 的活动成员</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{1} 的 {0}</translation>
    </message>
    <message>
        <source>{} and {}</source>
        <translation>{} 和 {}</translation>
    </message>
    <message>
        <source>Set {} up</source>
        <translation>启用 {}</translation>
    </message>
    <message>
        <source>Set {} of {} up</source>
        <translation>启用 {1} 的 {0}</translation>
    </message>
    <message>
        <source>Switch ARP on for {} of {}</source>
        <translation>为 {1} 的 {0} 开启 ARP</translation>
    </message>
    <message>
        <source>Let the route {} of {} carry what its link does</source>
        <translation>让 {1} 的路由 {0} 采用链路的 MTU</translation>
    </message>
    <message>
        <source>Write {} of {} as {}, as its neighbours do</source>
        <translation>将 {1} 的 {0} 改写为 {2}，与邻居一致</translation>
    </message>
    <message>
        <source>Send {}'s packets for {} via {} instead</source>
        <translation>将 {} 发往 {} 的数据包改经 {}</translation>
    </message>
    <message>
        <source>Set the MTU of the links behind {} to {} bytes</source>
        <translation>将 {} 之后各链路的 MTU 设为 {} 字节</translation>
    </message>
    <message>
        <source>Remove the fixed neighbour entry for {} from {}</source>
        <translation>从 {1} 删除 {0} 的静态邻居表项</translation>
    </message>
    <message>
        <source>Let {} forward {} packets</source>
        <translation>让 {} 转发 {} 数据包</translation>
    </message>
    <message>
        <source>Let {} forward {} packets that come in by {}</source>
        <translation>让 {0} 转发从 {2} 进入的 {1} 数据包</translation>
    </message>
    <message>
        <source>Let {} answer echo requests</source>
        <translation>让 {} 应答回显请求</translation>
    </message>
    <message>
        <source>Switch rp_filter of {} off for {}</source>
        <translation>关闭 {} 上 {} 的 rp_filter</translation>
    </message>
    <message>
        <source>Let the policy of chain {} in nft table {} of {} accept</source>
        <translation>将 {2} 的 nft {1} 表 {0} 链的默认策略设为 accept</translation>
    </message>
    <message>
        <source>Remove rule {} of chain {} in nft table {} of {}</source>
        <translation>删除 {3} 的 nft {2} 表 {1} 链的规则 {0}</translation>
    </message>
    <message>
        <source>Let the policy of chain {} in table {} of {} accept</source>
        <translation>将 {2} 的 {1} 表 {0} 链的默认策略设为 ACCEPT</translation>
    </message>
    <message>
        <source>Remove rule {} of chain {} in table {} of {}</source>
        <translation>删除 {3} 的 {2} 表 {1} 链的规则 {0}</translation>
    </message>
    <message>
        <source>Make {} an access port of VLAN {}</source>
        <translation>将 {} 设为 VLAN {} 的 access 端口</translation>
    </message>
    <message>
        <source>Make {} a trunk</source>
        <translation>将 {} 设为 trunk 端口</translation>
    </message>
    <message>
        <source>Let {} carry VLAN {} as well</source>
        <translation>让 {} 也允许 VLAN {} 通过</translation>
    </message>
    <message>
        <source>Let {} and the others on its parent hear each other</source>
        <translation>让 {} 与同一父接口上的其他接口互通</translation>
    </message>
    <message>
        <source>Isolate {} no longer</source>
        <translation>取消 {} 的隔离</translation>
    </message>
    <message>
        <source>Unlock {}</source>
        <translation>解锁 {}</translation>
    </message>
    <message>
        <source>Let {} forward</source>
        <translation>让 {} 转发</translation>
    </message>
    <message>
        <source>Let the ports of {} take frames for unknown addresses</source>
        <translation>让 {} 的端口接收发往未知地址的帧</translation>
    </message>
    <message>
        <source>Let {} look all packets up in its main table</source>
        <translation>让 {} 对所有数据包都查 main 表</translation>
    </message>
    <message>
        <source>Remove the throw route to {} from {}</source>
        <translation>从 {1} 删除到 {0} 的 throw 路由</translation>
    </message>
    <message>
        <source>Change route {} via {} on {} in VRF {}</source>
        <translation>将 {2} 的 VRF {3} 中的路由 {0} 改为经 {1}</translation>
    </message>
    <message>
        <source>Add route {} via {} on {} in VRF {}</source>
        <translation>在 {2} 的 VRF {3} 中添加经 {1} 的路由 {0}</translation>
    </message>
    <message>
        <source>Change route {} via {} on {}</source>
        <translation>将 {2} 上的路由 {0} 改为经 {1}</translation>
    </message>
    <message>
        <source>Add route {} via {} on {}</source>
        <translation>在 {2} 上添加经 {1} 的路由 {0}</translation>
    </message>
    <message>
        <source>Change route {} on {} by its link {}</source>
        <translation>将 {1} 上的路由 {0} 改为经接口 {2}</translation>
    </message>
    <message>
        <source>Add route {} on {} by its link {}</source>
        <translation>在 {1} 上添加经接口 {2} 的路由 {0}</translation>
    </message>
    <message>
        <source>Give {} of {} the address {}</source>
        <translation>为 {1} 的 {0} 分配地址 {2}</translation>
    </message>
    <message>
        <source>{} and the route {} via {}</source>
        <translation>{0}，并添加经 {2} 的路由 {1}</translation>
    </message>
    <message>
        <source>Remove policy rule {} from {}</source>
        <translation>从 {1} 删除策略路由规则 {0}</translation>
    </message>
    <message>
        <source>Let packets of {} set out with a time to live of {}</source>
        <translation>将 {} 所发数据包的初始 TTL 设为 {}</translation>
    </message>
    <message>
        <source>Remove this route to {} from {}</source>
        <translation>从 {1} 删除到 {0} 的这条路由</translation>
    </message>
    <message>
        <source>Add route {} by the tunnel {} on {}</source>
        <translation>在 {2} 上添加经隧道 {1} 的路由 {0}</translation>
    </message>
    <message>
        <source>Add route {} into VRF {} on {}</source>
        <translation>在 {2} 上添加进入 VRF {1} 的路由 {0}</translation>
    </message>
    <message>
        <source>Add route {} into VRF {} on {} in VRF {}</source>
        <translation>在 {2} 的 VRF {3} 中添加进入 VRF {1} 的路由 {0}</translation>
    </message>
    <message>
        <source>Set lo of {} up</source>
        <translation>启用 {} 的 lo</translation>
    </message>
    <message>
        <source>Let a program of {} listen on {}</source>
        <translation>让 {} 的程序监听 {}</translation>
    </message>
    <message>
        <source>Let a program of {} listen on {} for any address</source>
        <translation>让 {} 的程序在任意地址上监听 {}</translation>
    </message>
    <message>
        <source>Let {} pass from port to port in DOCKER-USER of {}</source>
        <translation>在 {1} 的 DOCKER-USER 中允许 {0} 的端口之间通行</translation>
    </message>
    <message>
        <source>Hand no bridged frames to iptables on {} (bridge-nf-call-iptables)</source>
        <translation>在 {} 上不将网桥转发的帧交给 iptables（bridge-nf-call-iptables）</translation>
    </message>
    <message>
        <source>Let packets pass between {} and {} in DOCKER-USER of {}</source>
        <translation>在 {2} 的 DOCKER-USER 中允许数据包在 {0} 与 {1} 之间通行</translation>
    </message>
</context>
<context>
    <name>netdraft::model::NameWords</name>
    <message>
        <source>{} finds {} in /etc/hosts: {}</source>
        <translation>{} 在 /etc/hosts 中找到 {}：{}</translation>
    </message>
    <message>
        <source>{} does not find {} in /etc/hosts</source>
        <translation>{} 在 /etc/hosts 中找不到 {}</translation>
    </message>
    <message>
        <source>{} asks {} for {} ({}) again, over TCP</source>
        <translation>{} 通过 TCP 再次向 {} 查询 {}（{}）</translation>
    </message>
    <message>
        <source>{} asks {} for {} ({})</source>
        <translation>{} 向 {} 查询 {}（{}）</translation>
    </message>
    <message>
        <source>{} at {} does not answer</source>
        <translation>{}（在 {} 上）没有应答</translation>
    </message>
    <message>
        <source>the answer of {} at {} is too long for a datagram</source>
        <translation>{}（在 {} 上）的应答太长，一个数据报放不下</translation>
    </message>
    <message>
        <source>no answer comes: {}</source>
        <translation>没有收到应答：{}</translation>
    </message>
    <message>
        <source>{} at {} asks {}, which answers</source>
        <translation>{}（在 {} 上）询问 {}，得到应答</translation>
    </message>
    <message>
        <source>{} at {} asks {}, which does not answer</source>
        <translation>{}（在 {} 上）询问 {}，没有应答</translation>
    </message>
    <message>
        <source>{} at {} knows no name {}</source>
        <translation>{}（在 {} 上）不知道名称 {}</translation>
    </message>
    <message>
        <source>{} at {} answers with the error {}</source>
        <translation>{}（在 {} 上）以错误 {} 应答</translation>
    </message>
    <message>
        <source>{} at {} knows {} as another name of {}</source>
        <translation>{}（在 {} 上）知道 {} 是 {} 的别名</translation>
    </message>
    <message>
        <source>{} at {} knows {}, but no record {} of it</source>
        <translation>{}（在 {} 上）知道 {}，但没有它的 {} 记录</translation>
    </message>
    <message>
        <source>{} at {} answers: {}</source>
        <translation>{}（在 {} 上）应答：{}</translation>
    </message>
    <message>
        <source>{} is {}</source>
        <translation>{} 是 {}</translation>
    </message>
    <message>
        <source>{} is {}, and that is {}</source>
        <translation>{} 是 {}，即 {}</translation>
    </message>
    <message>
        <source>there is no such name as {}</source>
        <translation>没有 {} 这个名称</translation>
    </message>
    <message>
        <source>{} has no address</source>
        <translation>{} 没有地址</translation>
    </message>
    <message>
        <source>nobody could tell what {} is</source>
        <translation>没有谁能说出 {} 是什么</translation>
    </message>
</context>
<context>
    <name>netdraft::model::ProblemWords</name>
    <message>
        <source>{} cannot reach {} ({}): {}</source>
        <translation>{} 无法到达 {}（{}）：{}</translation>
    </message>
    <message>
        <source>The switches at {} form a loop: every broadcast circles in it for ever</source>
        <translation>{} 处的交换机形成环路：每个广播帧都会在其中无休止地循环</translation>
    </message>
    <message>
        <source>{} and {} have the same address {} on one segment</source>
        <translation>{} 和 {} 在同一网段上使用了相同的地址 {}</translation>
    </message>
    <message>
        <source>{} writes its subnet {} with another length than {} on the same segment (/{})</source>
        <translation>{} 为子网 {} 设置的前缀长度与同一网段上的 {}（/{}）不同</translation>
    </message>
    <message>
        <source>{} of {} is down, so its cable to {} carries nothing</source>
        <translation>{1} 的 {0} 未启用，因此它到 {2} 的线缆不通</translation>
    </message>
</context>
<context>
    <name>netdraft::model::ReasonWords</name>
    <message>
        <source>policy rule {} of {} discards packets to {}</source>
        <translation>{1} 的策略路由规则 {0} 丢弃发往 {2} 的数据包</translation>
    </message>
    <message>
        <source>policy rule {} of {} forbids packets to {}</source>
        <translation>{1} 的策略路由规则 {0} 禁止发往 {2} 的数据包</translation>
    </message>
    <message>
        <source>policy rule {} of {} refuses packets to {}</source>
        <translation>{1} 的策略路由规则 {0} 拒绝发往 {2} 的数据包</translation>
    </message>
    <message>
        <source>no rule of {} at {} takes {}/{}</source>
        <translation>{1} 上没有 {0} 的规则接收 {2}/{3}</translation>
    </message>
</context>
<context>
    <name>netdraft::model::StationWords</name>
    <message>
        <source>dropped by connection tracking</source>
        <translation>被连接跟踪丢弃</translation>
    </message>
    <message>
        <source>takes it, and answers</source>
        <translation>接收并应答</translation>
    </message>
    <message>
        <source>takes it</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>a tunnel packs another packet into it</source>
        <translation>隧道将另一个数据包封装在其中</translation>
    </message>
    <message>
        <source>sends it</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>reports what became of another</source>
        <translation>报告另一个数据包的结果</translation>
    </message>
    <message>
        <source>{} dev {} (heard there)</source>
        <translation>{} dev {}（从该端口学到）</translation>
    </message>
    <message>
        <source>{} dev {} (static)</source>
        <translation>{} dev {}（静态）</translation>
    </message>
    <message>
        <source>{} is not known: flooded</source>
        <translation>{} 未知：泛洪</translation>
    </message>
    <message>
        <source>{}: to all ports</source>
        <translation>{}：发往所有端口</translation>
    </message>
    <message>
        <source>{} is {}'s own</source>
        <translation>{} 是 {} 自身的地址</translation>
    </message>
    <message>
        <source>connection {}</source>
        <translation>连接状态 {}</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>no rules</source>
        <translation>没有规则</translation>
    </message>
    <message>
        <source>source {} becomes {}</source>
        <translation>源地址 {} 改为 {}</translation>
    </message>
    <message>
        <source>destination {} becomes {}</source>
        <translation>目的地址 {} 改为 {}</translation>
    </message>
    <message>
        <source>of several ways, by a hash of its addresses: {} dev {}</source>
        <translation>有多条路径，按数据包地址的哈希值选择：{} dev {}</translation>
    </message>
    <message>
        <source>an entry that somebody made (PERMANENT)</source>
        <translation>手动添加的表项（PERMANENT）</translation>
    </message>
    <message>
        <source>known from before</source>
        <translation>此前已知</translation>
    </message>
    <message>
        <source>asked for by ARP</source>
        <translation>通过 ARP 询问</translation>
    </message>
    <message>
        <source>asked for by neighbour discovery</source>
        <translation>通过邻居发现询问</translation>
    </message>
    <message>
        <source>nobody is asked on this link</source>
        <translation>此接口上无需询问</translation>
    </message>
    <message>
        <source>is for many: nobody is asked</source>
        <translation>发往多个节点：无需询问</translation>
    </message>
    <message>
        <source>ARP answers: {} is here</source>
        <translation>ARP 应答：{} 在此</translation>
    </message>
    <message>
        <source>ARP says nothing: {} is not here</source>
        <translation>ARP 不应答：{} 不在此</translation>
    </message>
    <message>
        <source>ARP learns: {} lladdr {}</source>
        <translation>ARP 学习：{} lladdr {}</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AddressDialog</name>
    <message>
        <source>Default &amp;gateways for hosts</source>
        <translation>主机的默认网关(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Routes between routers</source>
        <translation>路由器之间的路由(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Only the segments of what is selected</source>
        <translation>仅所选对象的网段(&amp;O)</translation>
    </message>
    <message>
        <source>Give Addresses</source>
        <translation>分配地址</translation>
    </message>
    <message>
        <source>What every segment gets</source>
        <translation>各网段分到的地址</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>&amp;Give Addresses</source>
        <translation>分配地址(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;each of</source>
        <translation>每个网段(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Networks from</source>
        <translation>网络取自(&amp;N)</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>present</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Nothing is missing: every interface on a segment has an address.</source>
        <translation>没有缺少的：网段上的每个接口都有地址。</translation>
    </message>
    <message>
        <source>Addresses: %L1, default gateways: %L2, other routes: %L3. What is there already stays as it is.</source>
        <translation>地址：%L1，默认网关：%L2，其他路由：%L3。已有的保持不变。</translation>
    </message>
    <message>
        <source>Interfaces that are down, or whose other end is, get none: %L1.</source>
        <translation>自身或对端未启用的接口不分配地址：%L1。</translation>
    </message>
    <message>
        <source>Give addresses</source>
        <translation>分配地址</translation>
    </message>
    <message>
        <source>Addresses are given; one Undo takes them all back</source>
        <translation>地址已分配；撤销一次即可全部还原</translation>
    </message>
    <message>
        <source>Networks from</source>
        <translation>网络取自</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AddressModel</name>
    <message>
        <source>An address is written like 192.168.1.5/24</source>
        <translation>地址的写法如 192.168.1.5/24</translation>
    </message>
    <message>
        <source>Remove address %1</source>
        <translation>删除地址 %1</translation>
    </message>
    <message>
        <source>Add an address…</source>
        <translation>添加地址…</translation>
    </message>
    <message>
        <source>Type an address with its prefix length, like 192.168.1.5/24, and press Enter</source>
        <translation>输入带前缀长度的地址，如 192.168.1.5/24，然后按 Enter</translation>
    </message>
    <message>
        <source>Of a router's advertisement: it is there again as long as the router can be heard.</source>
        <translation>来自路由器通告：只要还能收到该路由器的通告，它就会重新出现。</translation>
    </message>
    <message>
        <source>The kernel formed this address by itself.</source>
        <translation>该地址由内核自动生成。</translation>
    </message>
    <message>
        <source>Double-click to change it, Delete removes it</source>
        <translation>双击可修改，按 Delete 删除</translation>
    </message>
    <message>
        <source>Add address %1</source>
        <translation>添加地址 %1</translation>
    </message>
    <message>
        <source>Change address to %1</source>
        <translation>将地址改为 %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::AnnotationEditor</name>
    <message>
        <source>Words of the annotation</source>
        <translation>标注的文字</translation>
    </message>
    <message>
        <source>Enter takes what is written, Shift+Enter begins a new line, Escape leaves it as it was</source>
        <translation>按 Enter 采用所写内容，按 Shift+Enter 换行，按 Esc 保持原样</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ChartsPanel</name>
    <message>
        <source>Zoom in on the chart</source>
        <translation>放大图表</translation>
    </message>
    <message>
        <source>Zoom out of the chart</source>
        <translation>缩小图表</translation>
    </message>
    <message>
        <source>Show the whole chart</source>
        <translation>显示整个图表</translation>
    </message>
    <message>
        <source>Save the chart as a picture or as a table</source>
        <translation>将图表保存为图片或表格</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Length of the ways</source>
        <translation>路径长度</translation>
    </message>
    <message>
        <source>Pairs by subnet</source>
        <translation>按子网的节点对</translation>
    </message>
    <message>
        <source>Sizes of tables</source>
        <translation>表的大小</translation>
    </message>
    <message>
        <source>Packets by cable, of the shown ping</source>
        <translation>各线缆的数据包（所示 ping）</translation>
    </message>
    <message>
        <source>Flooded and forwarded, for the shown ping</source>
        <translation>泛洪与转发（所示 ping）</translation>
    </message>
    <message>
        <source>Charts cannot be drawn: %1</source>
        <translation>无法绘制图表：%1</translation>
    </message>
    <message>
        <source>There is nothing to count yet.</source>
        <translation>还没有可统计的内容。</translation>
    </message>
    <message>
        <source>Save Chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Pictures (*.png);;Drawings (*.svg);;Tables (*.csv)</source>
        <translation>图片 (*.png);;矢量图 (*.svg);;表格 (*.csv)</translation>
    </message>
    <message>
        <source>“%1” cannot be saved: %2</source>
        <translation>无法保存“%1”：%2</translation>
    </message>
    <message>
        <source>Click a cell under Reachability: the packets of its ping are counted here.</source>
        <translation>点击“可达性”中的单元格：此处统计其 ping 的数据包。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::CommandsPanel</name>
    <message>
        <source>Which commands</source>
        <translation>显示哪些命令</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>本次会话</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <source>Of which node</source>
        <translation>显示哪个节点的命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>The commands that do the same as what you do here appear in this place.</source>
        <translation>此处会显示与所做操作等效的命令。</translation>
    </message>
    <message>
        <source>Copy all of them</source>
        <translation>复制全部命令</translation>
    </message>
    <message>
        <source>All nodes</source>
        <translation>所有节点</translation>
    </message>
    <message>
        <source>Commands of</source>
        <translation>命令范围</translation>
    </message>
    <message>
        <source>on</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>This session, step by step</source>
        <translation>本次会话，逐步</translation>
    </message>
    <message>
        <source>Do the next command</source>
        <translation>执行下一条命令</translation>
    </message>
    <message>
        <source>Step through: take the last step back and do its commands one by one</source>
        <translation>逐步执行：撤销最后一步，再逐条执行它的命令</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Document</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ExportDialog</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Configuration of each node</source>
        <translation>各节点的配置</translation>
    </message>
    <message>
        <source>Labs for other engines</source>
        <translation>其他引擎的实验</translation>
    </message>
    <message>
        <source>Drawings and sheets</source>
        <translation>拓扑图和实验单</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>导出“%1”</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>将要写入的内容</translation>
    </message>
    <message>
        <source>The drawing</source>
        <translation>拓扑图</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>the drawing, as it is on the canvas</source>
        <translation>画布上所见的拓扑图</translation>
    </message>
    <message>
        <source>There is nothing to write: no node differs in this from a machine that was just installed.</source>
        <translation>没有可写入的内容：就此格式而言，没有节点与刚安装好的机器不同。</translation>
    </message>
    <message>
        <source>This form cannot say:</source>
        <translation>此格式无法表达：</translation>
    </message>
    <message>
        <source>… and %L1 more</source>
        <translation>… 以及另外 %L1 项</translation>
    </message>
    <message>
        <source>… the rest is not shown here</source>
        <translation>… 其余内容此处不显示</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation>导出：%1</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Netdraft</source>
        <translation>Netdraft</translation>
    </message>
    <message>
        <source>The network cannot be exported.</source>
        <translation>无法导出网络。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::FileFlow</name>
    <message>
        <source>Unsaved Changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>要保存对“%1”的更改吗？</translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation>如果不保存，这些更改将会丢失。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Networks (*.netdraft *.sh *.yml *.yaml *.json *.txt);;Project files (*.netdraft);;Scripts (*.sh);;All files (*)</source>
        <translation>网络 (*.netdraft *.sh *.yml *.yaml *.json *.txt);;项目文件 (*.netdraft);;脚本 (*.sh);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open Lab Folder</source>
        <translation>打开实验文件夹</translation>
    </message>
    <message>
        <source>“%1” cannot be opened.</source>
        <translation>无法打开“%1”。</translation>
    </message>
    <message>
        <source>“%1” is drawn, with this to know: %2</source>
        <translation>“%1”已绘制，但请注意：%2</translation>
    </message>
    <message>
        <source>This machine cannot be captured.</source>
        <translation>无法捕获本机。</translation>
    </message>
    <message>
        <source>The example cannot be opened.</source>
        <translation>无法打开示例。</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Project files (*.netdraft)</source>
        <translation>项目文件 (*.netdraft)</translation>
    </message>
    <message>
        <source>Save Packets</source>
        <translation>保存数据包</translation>
    </message>
    <message>
        <source>Captures (*.pcapng)</source>
        <translation>捕获文件 (*.pcapng)</translation>
    </message>
    <message>
        <source>“%1” cannot be saved.</source>
        <translation>无法保存“%1”。</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Netdraft</source>
        <translation>Netdraft</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>暂无文件</translation>
    </message>
</context>
<context>
    <name>netdraft::views::GuessBar</name>
    <message>
        <source>an ARP request</source>
        <translation>一个 ARP 请求</translation>
    </message>
    <message>
        <source>an ARP reply</source>
        <translation>一个 ARP 应答</translation>
    </message>
    <message>
        <source>the echo request</source>
        <translation>回显请求</translation>
    </message>
    <message>
        <source>the echo reply</source>
        <translation>回显应答</translation>
    </message>
    <message>
        <source>a packet of a tunnel</source>
        <translation>一个隧道数据包</translation>
    </message>
    <message>
        <source>an ICMP error</source>
        <translation>一个 ICMP 差错报文</translation>
    </message>
    <message>
        <source>a message of neighbour discovery</source>
        <translation>一条邻居发现消息</translation>
    </message>
    <message>
        <source>a packet</source>
        <translation>一个数据包</translation>
    </message>
    <message>
        <source>The node to which the next frame comes</source>
        <translation>下一个帧到达的节点</translation>
    </message>
    <message>
        <source>Which node?</source>
        <translation>哪个节点？</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>答对 %1 / %2</translation>
    </message>
    <message>
        <source>Next comes %1. Which node gets it? Click the node, or choose it.</source>
        <translation>接下来是%1。哪个节点会收到它？请点击该节点，或从列表中选择。</translation>
    </message>
    <message>
        <source>Right, %1 gets it. %2</source>
        <translation>正确，收到它的是 %1。%2</translation>
    </message>
    <message>
        <source>No: %1 gets it, not %2. %3</source>
        <translation>不对：收到它的是 %1，而不是 %2。%3</translation>
    </message>
    <message>
        <source>%1 sends it by its route %2.</source>
        <translation>%1 按其路由 %2 发送。</translation>
    </message>
    <message>
        <source>The switch %1 looks for its MAC address: %2.</source>
        <translation>交换机 %1 查找目的 MAC 地址：%2。</translation>
    </message>
    <message>
        <source>%1 sends it by its link %2.</source>
        <translation>%1 从其接口 %2 发送。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::HookFlow</name>
    <message>
        <source>processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Rules: %1, else DROP</source>
        <translation>规则：%1，否则 DROP</translation>
    </message>
    <message>
        <source>No rules</source>
        <translation>没有规则</translation>
    </message>
    <message>
        <source>Rules: %1</source>
        <translation>规则：%1</translation>
    </message>
    <message>
        <source>Show the chains that the kernel runs at %1</source>
        <translation>显示内核在 %1 处执行的链</translation>
    </message>
    <message>
        <source>Rules: %1, else DROP (ip6tables)</source>
        <translation>规则：%1，否则 DROP（ip6tables）</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InspectorPanel</name>
    <message>
        <source>Select a node or a cable to see and change what it is.</source>
        <translation>选择一个节点或一条线缆，即可查看和修改其属性。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InterfaceForm</name>
    <message>
        <source>Up</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Port of</source>
        <translation>所属网桥</translation>
    </message>
    <message>
        <source>Interface name</source>
        <translation>接口名称</translation>
    </message>
    <message>
        <source>1 to 15 letters, digits and _ . - + make a name</source>
        <translation>名称由 1 到 15 个字母、数字和 _ . - + 组成</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>将 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>Set %1 up</source>
        <translation>启用 %1</translation>
    </message>
    <message>
        <source>Set %1 down</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>MTU in bytes</source>
        <translation>MTU（字节）</translation>
    </message>
    <message>
        <source>The MTU is a number of bytes, like 1500</source>
        <translation>MTU 是字节数，如 1500</translation>
    </message>
    <message>
        <source>Set MTU of %1 to %2</source>
        <translation>将 %1 的 MTU 设为 %2</translation>
    </message>
    <message>
        <source>MAC address</source>
        <translation>MAC 地址</translation>
    </message>
    <message>
        <source>A MAC address is six octets, like 02:00:00:00:00:01</source>
        <translation>MAC 地址由六个字节组成，如 02:00:00:00:00:01</translation>
    </message>
    <message>
        <source>Set MAC of %1</source>
        <translation>设置 %1 的 MAC</translation>
    </message>
    <message>
        <source>Bridge that it is a port of</source>
        <translation>接口所属的网桥</translation>
    </message>
    <message>
        <source>Take %1 out of its bridge</source>
        <translation>将 %1 移出所属网桥</translation>
    </message>
    <message>
        <source>Make %1 a port of %2</source>
        <translation>将 %1 设为 %2 的端口</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
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
        <translation>连到 %1 的线缆</translation>
    </message>
    <message>
        <source>Bridge, %1</source>
        <translation>网桥，%1</translation>
    </message>
    <message>
        <source>Loopback</source>
        <translation>环回接口</translation>
    </message>
    <message>
        <source>%1; set down here</source>
        <translation>%1；本端未启用</translation>
    </message>
    <message>
        <source>%1; no carrier: the other end is down</source>
        <translation>%1；无载波：对端未启用</translation>
    </message>
    <message>
        <source>no bridge</source>
        <translation>无网桥</translation>
    </message>
    <message>
        <source>Delay, loss and rate of what leaves here</source>
        <translation>从这里发出的数据包的延迟、丢包和速率</translation>
    </message>
    <message>
        <source>Let packets leave %1 at once</source>
        <translation>让数据包立即离开 %1</translation>
    </message>
    <message>
        <source>Delay what leaves %1</source>
        <translation>延迟离开 %1 的数据包</translation>
    </message>
    <message>
        <source>Delay, loss</source>
        <translation>延迟、丢包</translation>
    </message>
    <message>
        <source>none; such as %1</source>
        <translation>无；例如 %1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::InterfaceModel</name>
    <message>
        <source>up</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>up, but no carrier: the other end is down</source>
        <translation>已启用，但无载波：对端未启用</translation>
    </message>
    <message>
        <source>down</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>Set %1 %2 up</source>
        <translation>启用 %1 %2</translation>
    </message>
    <message>
        <source>Set %1 %2 down</source>
        <translation>停用 %1 %2</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>对端</translation>
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
        <translation>%1 → %2：%3</translation>
    </message>
    <message>
        <source>%L1 of %L2 pairs reachable</source>
        <translation>%L2 个节点对中 %L1 个可达</translation>
    </message>
    <message>
        <source>being worked out</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>%1: its own address</source>
        <translation>%1：自己的地址</translation>
    </message>
    <message>
        <source>%1: reachable</source>
        <translation>%1：可达</translation>
    </message>
    <message>
        <source>%1: not reachable</source>
        <translation>%1：不可达</translation>
    </message>
    <message>
        <source>%1: the kernel may decide either way</source>
        <translation>%1：取决于内核，两种结果都有可能</translation>
    </message>
    <message>
        <source>reachable</source>
        <translation>可达</translation>
    </message>
    <message>
        <source>reachable, but the kernel may decide otherwise</source>
        <translation>可达，但内核也可能另作选择</translation>
    </message>
    <message>
        <source>To mend: %1</source>
        <translation>修复方法：%1</translation>
    </message>
    <message>
        <source>%1, nodes: %L2</source>
        <translation>%1，节点：%L2</translation>
    </message>
    <message>
        <source>%1, addresses: %L2</source>
        <translation>%1，地址：%L2</translation>
    </message>
</context>
<context>
    <name>netdraft::views::MatrixPanel</name>
    <message>
        <source>No node has an address yet that another one could ping.</source>
        <translation>还没有节点拥有可供其他节点 ping 的地址。</translation>
    </message>
    <message>
        <source>Open all groups</source>
        <translation>展开所有组</translation>
    </message>
    <message>
        <source>Larger cells (Ctrl and the wheel)</source>
        <translation>放大单元格（Ctrl + 滚轮）</translation>
    </message>
    <message>
        <source>Smaller cells (Ctrl and the wheel)</source>
        <translation>缩小单元格（Ctrl + 滚轮）</translation>
    </message>
    <message>
        <source>Reachability: rows ping columns</source>
        <translation>可达性：由行 ping 列</translation>
    </message>
    <message>
        <source>Group rows and columns</source>
        <translation>行列分组</translation>
    </message>
    <message>
        <source>Each address</source>
        <translation>逐个地址</translation>
    </message>
    <message>
        <source>By subnet</source>
        <translation>按子网</translation>
    </message>
    <message>
        <source>By machine</source>
        <translation>按机器</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>A row pings a column. Rest on a cell for its reason, click to draw the way.</source>
        <translation>由行 ping 列。将指针停在单元格上可查看原因，点击可画出路径。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Put rows and columns together; a click on a group's name opens it, and in the table Space that of the row and Shift+Space that of the column</source>
        <translation>将行和列合并成组；点击组名可展开，在表格中按 Space 展开行所属的组，按 Shift+Space 展开列所属的组</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NameEditor</name>
    <message>
        <source>Name of the node</source>
        <translation>节点名称</translation>
    </message>
    <message>
        <source>There is a node %1 already</source>
        <translation>已有节点 %1</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>将 %1 重命名为 %2</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NamesPanel</name>
    <message>
        <source>A name, such as web or web.lab</source>
        <translation>名称，例如 web 或 web.lab</translation>
    </message>
    <message>
        <source>Name to look for</source>
        <translation>要查找的名称</translation>
    </message>
    <message>
        <source>How the name is found</source>
        <translation>名称的查找过程</translation>
    </message>
    <message>
        <source>%1 looks for</source>
        <translation>%1 查找</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Select a node to see how it finds the address of a name.</source>
        <translation>选择一个节点，查看它如何找到名称的地址。</translation>
    </message>
    <message>
        <source>Type a name: the node looks into /etc/hosts, then asks its name servers.</source>
        <translation>输入一个名称：节点先查看 /etc/hosts，再询问它的名称服务器。</translation>
    </message>
    <message>
        <source>No name has an empty part, or one of more than 63 letters.</source>
        <translation>名称的各部分不能为空，也不能超过 63 个字母。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NetworkView</name>
    <message>
        <source>Network drawing</source>
        <translation>网络拓扑图</translation>
    </message>
    <message>
        <source>The machine itself keeps its name</source>
        <translation>机器本身的名称不能更改</translation>
    </message>
    <message>
        <source>Double-click to add a device, switch or router, or drag one from the palette;
then press L and drag from one to the other to connect them.</source>
        <translation>双击可添加设备、交换机或路由器，也可从节点库拖入；
然后按 L，从一个节点拖到另一个节点即可连接。</translation>
    </message>
    <message>
        <source>Connect to a new node</source>
        <translation>连接到新节点</translation>
    </message>
    <message>
        <source>Select one node to rename it, or one annotation to write on it</source>
        <translation>请选择一个节点进行重命名，或选择一个标注来写字</translation>
    </message>
    <message>
        <source>Add a node, a note, a box or an arrow</source>
        <translation>添加节点、便签、方框或箭头</translation>
    </message>
</context>
<context>
    <name>netdraft::views::NodeForm</name>
    <message>
        <source>Node name</source>
        <translation>节点名称</translation>
    </message>
    <message>
        <source>Letters, digits and _ . - + make a name; it starts with neither - nor .</source>
        <translation>名称由字母、数字和 _ . - + 组成，且不能以 - 或 . 开头</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>将 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What the node is drawn as; how packets move does not depend on it</source>
        <translation>节点的图形样式；不影响数据包的传递</translation>
    </message>
    <message>
        <source>Draw %1 as %2</source>
        <translation>将 %1 显示为%2</translation>
    </message>
    <message>
        <source>Forwards IPv4 packets</source>
        <translation>转发 IPv4 数据包</translation>
    </message>
    <message>
        <source>Forwards IPv6 packets</source>
        <translation>转发 IPv6 数据包</translation>
    </message>
    <message>
        <source>sysctl net.ipv4.ip_forward: pass on packets that are for others</source>
        <translation>sysctl net.ipv4.ip_forward：转发目的地不是本节点的数据包</translation>
    </message>
    <message>
        <source>sysctl net.ipv6.conf.all.forwarding: pass on packets that are for others</source>
        <translation>sysctl net.ipv6.conf.all.forwarding：转发目的地不是本节点的数据包</translation>
    </message>
    <message>
        <source>Interfaces</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>转发</translation>
    </message>
    <message>
        <source>Interface %1</source>
        <translation>接口 %1</translation>
    </message>
    <message>
        <source>Let %1 forward %2</source>
        <translation>让 %1 转发 %2</translation>
    </message>
    <message>
        <source>Stop %1 forwarding %2</source>
        <translation>让 %1 停止转发 %2</translation>
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
        <translation>安装在此</translation>
    </message>
    <message>
        <source>Docker is installed here</source>
        <translation>此处安装了 Docker</translation>
    </message>
    <message>
        <source>Starts dockerd: the bridge docker0, its rules, and forwarding with the policy DROP, which stops what this machine only passes on. Off takes all of that away again.</source>
        <translation>启动 dockerd：网桥 docker0、其规则，以及默认策略为 DROP 的转发，这会拦下本机仅转发的数据包。关闭则将这些全部移除。</translation>
    </message>
    <message>
        <source>Docker</source>
        <translation>Docker</translation>
    </message>
    <message>
        <source>dockerd is stopped: its bridges and rules stay, as on a real machine.</source>
        <translation>dockerd 已停止：其网桥和规则仍保留，与真实机器一样。</translation>
    </message>
    <message>
        <source>dockerd runs: the policy of FORWARD is DROP.</source>
        <translation>dockerd 正在运行：FORWARD 的默认策略为 DROP。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Overview</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Click or drag to go to another part of the drawing</source>
        <translation>点击或拖动可转到拓扑图的其他部分</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketDetails</name>
    <message>
        <source>Headers of the packet</source>
        <translation>数据包的首部</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>首部</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>处理阶段</translation>
    </message>
    <message>
        <source>The way through the kernel of one node: what decided, and what lost</source>
        <translation>数据包在一个节点内核中的路径：由什么决定，哪些未被选用</translation>
    </message>
    <message>
        <source>Show the stations over the whole width, without the list</source>
        <translation>隐藏列表，以整个宽度显示处理阶段</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>在 %1 上</translation>
    </message>
    <message>
        <source>The stations of the node that sends this frame</source>
        <translation>发送该帧的节点的处理阶段</translation>
    </message>
    <message>
        <source>The stations of the node that takes this frame in</source>
        <translation>接收该帧的节点的处理阶段</translation>
    </message>
    <message>
        <source>Decided by %1</source>
        <translation>由 %1 决定</translation>
    </message>
    <message>
        <source>route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>next hop</source>
        <translation>下一跳</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketsModel</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>发往</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>数据包</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PacketsPanel</name>
    <message>
        <source>The packet before</source>
        <translation>上一个数据包</translation>
    </message>
    <message>
        <source>The next packet</source>
        <translation>下一个数据包</translation>
    </message>
    <message>
        <source>Let the packets go by</source>
        <translation>播放数据包的传递过程</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Which packet is looked at</source>
        <translation>当前查看的数据包</translation>
    </message>
    <message>
        <source>%1. No packet is sent.</source>
        <translation>%1。没有发送数据包。</translation>
    </message>
    <message>
        <source>Ping something in a terminal, or click a cell under Reachability: its packets stand here, to be followed one by one.</source>
        <translation>在终端中 ping 某个地址，或点击“可达性”中的单元格：其数据包会列在这里，可逐个跟踪。</translation>
    </message>
    <message>
        <source>not a filter</source>
        <translation>不是有效的过滤器</translation>
    </message>
    <message>
        <source>Hide what comes next, and guess it</source>
        <translation>隐藏接下来的过程并猜一猜</translation>
    </message>
    <message>
        <source>Filter for packets</source>
        <translation>数据包过滤器</translation>
    </message>
    <message>
        <source>Filter: icmp, arp, node B, host 192.168.1.5 … (Down lists more)</source>
        <translation>过滤器：icmp、arp、node B、host 192.168.1.5 …（按 ↓ 列出更多）</translation>
    </message>
    <message>
        <source>As for tcpdump, and “node NAME” for what one node sends or takes in</source>
        <translation>写法同 tcpdump，另可用“node 名称”筛选某个节点发送或接收的数据包</translation>
    </message>
    <message>
        <source>How fast the packets go by</source>
        <translation>数据包的播放速度</translation>
    </message>
    <message>
        <source>%L1×</source>
        <translation>%L1×</translation>
    </message>
    <message>
        <source>Only This Protocol: %1</source>
        <translation>仅此协议：%1</translation>
    </message>
    <message>
        <source>Only This Conversation: %1</source>
        <translation>仅此会话：%1</translation>
    </message>
    <message>
        <source>Only This Node: %1</source>
        <translation>仅此节点：%1</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PaletteButton</name>
    <message>
        <source>Drag to the canvas, or click and then click where it shall stand</source>
        <translation>拖到画布上，或先点击此处，再点击要放置的位置</translation>
    </message>
    <message>
        <source>%1: drag it to the canvas, or click and then drag where it shall stand</source>
        <translation>%1：拖到画布上，或先点击此处，再在要放置的位置拖动</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PortsModel</name>
    <message>
        <source>Not listening</source>
        <translation>未监听</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>无法到达</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>自身</translation>
    </message>
    <message>
        <source>Who has to reach the port</source>
        <translation>必须能到达该端口的节点</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发自</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>netdraft::views::PortsPanel</name>
    <message>
        <source>Ports of the cluster</source>
        <translation>集群的端口</translation>
    </message>
    <message>
        <source>Trying the ports of the cluster …</source>
        <translation>正在测试集群的端口…</translation>
    </message>
    <message>
        <source>All %L1 ways to the ports of the cluster are open</source>
        <translation>到集群端口的 %L1 条通路全部畅通</translation>
    </message>
    <message>
        <source>%L1 of %L2 ways to the ports of the cluster are open</source>
        <translation>到集群端口的 %L2 条通路中有 %L1 条畅通</translation>
    </message>
    <message>
        <source>The cluster of %1 has no nodes yet.</source>
        <translation>%1 的集群还没有节点。</translation>
    </message>
    <message>
        <source>There is no cluster in this network. Type “containerd &amp;” and “kubeadm init” into the terminal of a node to make one, or open the example “Cluster Ports”.</source>
        <translation>此网络中没有集群。要创建集群，请在某个节点的终端中输入“containerd &amp;”和“kubeadm init”，或打开示例“集群端口”。</translation>
    </message>
    <message>
        <source>Show on the canvas</source>
        <translation>在画布上显示</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ProblemsModel</name>
    <message>
        <source>Error: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>节点对</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>How many pairs of nodes cannot reach each other for it</source>
        <translation>因此而不可达的节点对数量</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Working out who reaches whom …</source>
        <translation>正在计算可达性 …</translation>
    </message>
    <message>
        <source>No problems: every node reaches every other.</source>
        <translation>没有问题：所有节点都能互相到达。</translation>
    </message>
    <message>
        <source>No problems yet: nothing has an address that another node could reach.</source>
        <translation>暂无问题：还没有可供其他节点到达的地址。</translation>
    </message>
    <message>
        <source>Show on the canvas</source>
        <translation>在画布上显示</translation>
    </message>
</context>
<context>
    <name>netdraft::views::QuickList</name>
    <message>
        <source>What fits</source>
        <translation>匹配项</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>netdraft::views::RoutesModel</name>
    <message>
        <source>A route needs a destination: a network like 192.168.2.0/24, or default</source>
        <translation>路由需要目的网络：如 192.168.2.0/24 这样的网络，或 default</translation>
    </message>
    <message>
        <source>Add route to %1 on %2</source>
        <translation>在 %2 上添加到 %1 的路由</translation>
    </message>
    <message>
        <source>Remove route to %1 on %2</source>
        <translation>在 %2 上删除到 %1 的路由</translation>
    </message>
    <message>
        <source>Add a route…</source>
        <translation>添加路由…</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>The kernel made this route for an address of the interface; it goes when the address goes.</source>
        <translation>内核为该接口的地址生成了这条路由；地址删除后，路由也随之消失。</translation>
    </message>
    <message>
        <source>Type a network, its gateway or its interface, and press Enter.</source>
        <translation>输入网络及其网关或接口，然后按 Enter。</translation>
    </message>
    <message>
        <source>Change route to %1 on %2</source>
        <translation>在 %2 上更改到 %1 的路由</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>目的网络</translation>
    </message>
    <message>
        <source>Via</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>度量值</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>netdraft::views::RoutesPanel</name>
    <message>
        <source>Local table</source>
        <translation>local 表</translation>
    </message>
    <message>
        <source>Add a route</source>
        <translation>添加路由</translation>
    </message>
    <message>
        <source>Remove the selected route (Delete)</source>
        <translation>删除所选路由（Delete）</translation>
    </message>
    <message>
        <source>Select one node to see its routing table.</source>
        <translation>选择一个节点即可查看其路由表。</translation>
    </message>
    <message>
        <source>Routing table</source>
        <translation>路由表</translation>
    </message>
    <message>
        <source>Show what the kernel delivers to this node itself (ip route show table local)</source>
        <translation>显示内核交付给本节点自身的地址（ip route show table local）</translation>
    </message>
    <message>
        <source>Routes of %1</source>
        <translation>%1 的路由</translation>
    </message>
</context>
<context>
    <name>netdraft::views::RulesView</name>
    <message>
        <source>Rules of iptables and nft</source>
        <translation>iptables 和 nft 的规则</translation>
    </message>
    <message>
        <source>Chains and rules</source>
        <translation>链和规则</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>%1, which the packet passed that is looked at</source>
        <translation>%1，当前查看的数据包经过此处</translation>
    </message>
    <message>
        <source>The rules of this chain would be too many lines</source>
        <translation>这条链的规则行数太多</translation>
    </message>
</context>
<context>
    <name>netdraft::views::SeveralForm</name>
    <message>
        <source>%1 (several values)</source>
        <translation>%1（多个值）</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>多个值</translation>
    </message>
    <message>
        <source>What is changed here is changed for all that is selected.</source>
        <translation>此处的更改会应用到所有选中的对象。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>转发</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Prefix length</source>
        <translation>前缀长度</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Kind of the selected nodes</source>
        <translation>所选节点的类型</translation>
    </message>
    <message>
        <source>What the nodes are drawn as; how packets move does not depend on it</source>
        <translation>这些节点的图形样式；不影响数据包的传递</translation>
    </message>
    <message>
        <source>Colour of the selected annotations</source>
        <translation>所选标注的颜色</translation>
    </message>
    <message>
        <source>Draw the selected nodes as %1</source>
        <translation>将所选节点显示为%1</translation>
    </message>
    <message>
        <source>Colour annotations</source>
        <translation>为标注着色</translation>
    </message>
    <message>
        <source>The selected nodes forward IPv4 packets</source>
        <translation>所选节点转发 IPv4 数据包</translation>
    </message>
    <message>
        <source>The selected nodes forward IPv6 packets</source>
        <translation>所选节点转发 IPv6 数据包</translation>
    </message>
    <message>
        <source>sysctl net.ipv4.ip_forward: pass on packets that are for others</source>
        <translation>sysctl net.ipv4.ip_forward：转发目的地不是本节点的数据包</translation>
    </message>
    <message>
        <source>sysctl net.ipv6.conf.all.forwarding: pass on packets that are for others</source>
        <translation>sysctl net.ipv6.conf.all.forwarding：转发目的地不是本节点的数据包</translation>
    </message>
    <message>
        <source>The selected interfaces are up</source>
        <translation>所选接口已启用</translation>
    </message>
    <message>
        <source>The interfaces of the selected nodes but lo, and both ends of the selected cables</source>
        <translation>所选节点除 lo 以外的接口，以及所选线缆的两端</translation>
    </message>
    <message>
        <source>Let the selected nodes forward %1</source>
        <translation>让所选节点转发 %1</translation>
    </message>
    <message>
        <source>Stop the selected nodes forwarding %1</source>
        <translation>让所选节点停止转发 %1</translation>
    </message>
    <message>
        <source>Set the selected interfaces up</source>
        <translation>启用所选接口</translation>
    </message>
    <message>
        <source>Set the selected interfaces down</source>
        <translation>停用所选接口</translation>
    </message>
    <message>
        <source>Prefix length of the IPv4 addresses of the selected interfaces</source>
        <translation>所选接口的 IPv4 地址的前缀长度</translation>
    </message>
    <message>
        <source>Gives every IPv4 address there this length; routes over a subnet that goes are lost</source>
        <translation>将其中每个 IPv4 地址设为此长度；经由消失的子网的路由会丢失</translation>
    </message>
    <message>
        <source>A prefix length of IPv4 is a number from 1 to 32, like 24</source>
        <translation>IPv4 的前缀长度是 1 到 32 之间的数字，例如 24</translation>
    </message>
    <message>
        <source>Set prefix length of the selected interfaces to %1</source>
        <translation>将所选接口的前缀长度设为 %1</translation>
    </message>
    <message>
        <source>MTU of the selected interfaces in bytes</source>
        <translation>所选接口的 MTU（字节）</translation>
    </message>
    <message>
        <source>The MTU is a number of bytes, like 1500</source>
        <translation>MTU 是字节数，如 1500</translation>
    </message>
    <message>
        <source>Set MTU of the selected interfaces to %1</source>
        <translation>将所选接口的 MTU 设为 %1</translation>
    </message>
    <message>
        <source>Nodes: %L1</source>
        <translation>节点：%L1</translation>
    </message>
    <message>
        <source>Cables: %L1</source>
        <translation>线缆：%L1</translation>
    </message>
    <message>
        <source>Interfaces: %L1</source>
        <translation>接口：%L1</translation>
    </message>
    <message>
        <source>Annotations: %L1</source>
        <translation>标注：%L1</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>启用</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ShortcutSheet</name>
    <message>
        <source>Keys for “%1”</source>
        <translation>“%1”的快捷键</translation>
    </message>
    <message>
        <source>No Keys</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>“%1” has these keys already.</source>
        <translation>“%1”已使用此快捷键。</translation>
    </message>
    <message>
        <source>Press the keys:</source>
        <translation>请按下快捷键：</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>搜索操作和快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Double-click a row, or press Enter on it, to change its keys.</source>
        <translation>双击某一行，或在其上按 Enter，即可更改其快捷键。</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其快捷键</translation>
    </message>
</context>
<context>
    <name>netdraft::views::ShownPing</name>
    <message>
        <source>%1 reaches %2</source>
        <translation>%1 能到达 %2</translation>
    </message>
    <message>
        <source>%1 cannot reach %2: %3</source>
        <translation>%1 无法到达 %2：%3</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>Close the start page</source>
        <translation>关闭起始页</translation>
    </message>
    <message>
        <source>Close the start page (Escape)</source>
        <translation>关闭起始页 (Esc)</translation>
    </message>
    <message>
        <source>&amp;Show this page at the start</source>
        <translation>启动时显示此页(&amp;S)</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>What you open and save is listed here.</source>
        <translation>打开和保存的文件会列在这里。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StationsView</name>
    <message>
        <source>Stations of the packet</source>
        <translation>数据包的处理阶段</translation>
    </message>
</context>
<context>
    <name>netdraft::views::StepsView</name>
    <message>
        <source>Steps of this session</source>
        <translation>本次会话的步骤</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>On</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>netdraft::views::SummaryBanner</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Select the node and draw the way of the packet</source>
        <translation>选中该节点并画出数据包的路径</translation>
    </message>
    <message>
        <source>Working out who reaches whom: %1 %</source>
        <translation>正在计算可达性：%1%</translation>
    </message>
    <message>
        <source>%L1 of %L2 pairs reach</source>
        <translation>%L2 个节点对中 %L1 个可达</translation>
    </message>
    <message>
        <source>Draw two nodes, connect them and give them addresses to see who reaches whom.</source>
        <translation>画两个节点，将其连接并分配地址，即可查看谁能到达谁。</translation>
    </message>
    <message>
        <source>Every node reaches every other.</source>
        <translation>所有节点都能互相到达。</translation>
    </message>
    <message>
        <source>%1 cannot reach %2: %3</source>
        <translation>%1 无法到达 %2：%3</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TablesPanel</name>
    <message>
        <source>Which table</source>
        <translation>哪个表</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Select one node to see its rules, neighbours, forwarding table and sockets.</source>
        <translation>选择一个节点以查看它的规则、邻居、转发表和套接字。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>No rules: every packet passes.</source>
        <translation>没有规则：所有数据包都能通过。</translation>
    </message>
    <message>
        <source>No hook leads to a chain: every packet passes.</source>
        <translation>没有钩子通向任何链：所有数据包都会通过。</translation>
    </message>
    <message>
        <source>No entries.</source>
        <translation>没有条目。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TemplateDialog</name>
    <message>
        <source>New From Template</source>
        <translation>从模板新建</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>The network, drawn</source>
        <translation>网络拓扑图预览</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Nodes: %L1</source>
        <translation>节点：%L1</translation>
    </message>
    <message>
        <source>Nodes: %L1, more than %L2. So large a network is written to a file by: %3</source>
        <translation>节点：%L1，超过 %L2。如此大的网络可用以下命令写入文件：%3</translation>
    </message>
    <message>
        <source>Too large for a small picture.</source>
        <translation>网络过大，无法显示缩略图。</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TerminalPanel</name>
    <message>
        <source>Terminals</source>
        <translation>终端</translation>
    </message>
    <message>
        <source>The terminal of %1</source>
        <translation>%1 的终端</translation>
    </message>
    <message>
        <source>The terminal of %1, the selected node; it stays once it is used</source>
        <translation>所选节点 %1 的终端；使用后会保留</translation>
    </message>
</context>
<context>
    <name>netdraft::views::TerminalView</name>
    <message>
        <source>What the commands printed</source>
        <translation>命令的输出</translation>
    </message>
    <message>
        <source>Try: ip addr    ip route    ping 192.0.2.1    ip route add 192.0.2.0/24 via 198.51.100.1</source>
        <translation>可以试试：ip addr    ip route    ping 192.0.2.1    ip route add 192.0.2.0/24 via 198.51.100.1</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Ctrl+C ends the command that runs</source>
        <translation>按 Ctrl+C 结束正在运行的命令</translation>
    </message>
    <message>
        <source>a command on %1: ip, bridge, sysctl, ping, traceroute …</source>
        <translation>在 %1 上执行的命令：ip、bridge、sysctl、ping、traceroute …</translation>
    </message>
</context>
<context>
    <name>netdraft::views::Tour</name>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>跳过(&amp;S)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
</context>
<context>
    <name>netdraft::views::WhatIfModel</name>
    <message>
        <source>Cable from %1 to %2</source>
        <translation>%1 与 %2 之间的线缆</translation>
    </message>
    <message>
        <source>cuts off %1</source>
        <translation>%1 被隔断</translation>
    </message>
    <message>
        <source>%1 no longer reaches %2</source>
        <translation>%1 无法再到达 %2</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 / %L2</translation>
    </message>
    <message>
        <source>If this fails alone</source>
        <translation>故障点</translation>
    </message>
    <message>
        <source>Pairs that break</source>
        <translation>中断的节点对</translation>
    </message>
    <message>
        <source>So that</source>
        <translation>后果</translation>
    </message>
    <message>
        <source>Of the pairs that reach each other now; those of a node that fails itself do not count</source>
        <translation>仅统计当前可达的节点对；故障节点自身的节点对不计入</translation>
    </message>
</context>
<context>
    <name>netdraft::views::WhatIfPanel</name>
    <message>
        <source>Single points of failure</source>
        <translation>单点故障</translation>
    </message>
    <message>
        <source>Letting each node and cable fail in turn: %1 %</source>
        <translation>正在逐一推演各节点和线缆的故障：%1%</translation>
    </message>
    <message>
        <source>Nobody reaches anybody yet, so nothing can break.</source>
        <translation>目前没有任何可达的节点对，因此不会有中断。</translation>
    </message>
    <message>
        <source>No single cable or node breaks a pair of others when it fails.</source>
        <translation>任何单个节点或线缆发生故障，都不会使其他节点之间的通信中断。</translation>
    </message>
</context>
</TS>
