/** The local editor server and new workspaces. */
export const editing = {
  'help.init': `yichuang init <文件夹> [--from empty|xingbin]

新建一个工作区。文件夹须不存在或为空，已有的文件一个也不动。
  --from empty     一个镇、一个中心两个股室、一个三步的事项（默认）
  --from xingbin   示例县：三五镇、石陵镇，三个完整的事项
`,
  'help.edit': `yichuang edit [文件夹] [--port N] [--json]

在本机打开编辑器，编辑这个工作区。只有本机能连上；打印的地址里带本次的口令。
改动直接存到文件夹里；别的程序改了文件，编辑器会提示。按 Ctrl-C 停止。
  --port N   用这个端口；不写时用 8710，被占用就用下一个空的
`,
  'edit.address': '一窗编辑器：{address}',
  'edit.how-to-stop': '请用本机的浏览器打开。地址里有本次的口令，不要转给别人。按 Ctrl-C 停止。',
  'edit.no-workspace':
    '{folder} 不是工作区：里面没有 workspace.json。请核对路径；新建工作区用 yichuang init。',
  'edit.no-editor': '没有找到编辑器的页面。请在仓库根目录运行 npm start。',
  'edit.bad-port': '--port 要写 0 到 65535 的整数，不是“{value}”。',
  'edit.port-taken': '端口 {port} 已被别的程序占用。请换一个，或不写 --port。',
  'edit.port-refused': '不能使用端口 {port}（{code}）。请换一个，或不写 --port。',
  'init.done': '已建好工作区 {folder}，共 {n} 个文件。',
  'init.next': `接下来：
  yichuang check {folder}   校验
  yichuang edit {folder}    在浏览器里打开`,
  'init.not-empty': '{folder} 里已有东西，没有动它。请换一个不存在的或空的文件夹。',
  'init.not-a-folder': '{folder} 不是文件夹，没有动它。',
  'init.no-template': '这份安装里没有“{name}”的模板。',
}
