/** Help and messages about how the command was typed. */
export const usage = {
  'help.all': `一窗 yichuang：画一次流程，逐镇验证，发布前推演，照实运行、照实重放。

用法：yichuang <命令> [工作区文件夹] [选项]

  init      新建工作区
  edit      在浏览器里打开工作区
  check     校验：文件、流程、判断、职责、时限，逐镇列出
  run       按脚本办一件案
  test      运行存好的走查，统计覆盖
  release   发布：编号、记哈希、写入 releases/
  verify    离线核对一份封存的台账
  export    导出：发布件、XState 配置、Mermaid 图
  format    按统一版式整理文件

各命令通用：--help 说明，--json 结果输出为一份 JSON，--lang zh|en 语言。
退出码：0 无误；1 有发现或被拒绝；2 输入或用法不可用。
某个命令的说明：yichuang <命令> --help
`,
  'help.check': `yichuang check [文件夹] [--town 镇] [--day YYYY-MM-DD] [--json]

校验工作区，每处问题一行：轻重、文件:行:列、位置、事实、后果和做法。
  --town 镇    只看这个镇
  --day 日期   按哪一天的名录校验，默认今天
退出码：0 没有错误（可有提醒和建议）；1 有错误；2 文件读不懂，或流程、名录自相矛盾，无法办件。
--json 输出 {"findings": [{"kind", "severity", "workflow", "step", "town", …}]}。
`,
  'help.run': `yichuang run <文件夹> --script <文件|-> [--town 镇] [--vault 文件] [--json]

按脚本办一件案。脚本是 JSON Lines：一行一个对象（- 表示从标准输入读），共五种行：

  {"open": {"item": "homestead", "town": "sanwu", "at": "2026-03-02T09:00:00+08:00"}}
  {"act": {"task": "window", "action": "accept", "by": "@auto", "at": "2026-03-03T09:00:00+08:00"}}
  {"tick": {"at": "2026-03-20T09:00:00+08:00"}}
  {"registers": {"calendar": "editions/calendar-2.json"}}
  {"expect": {"open": ["visit-1"], "sections": {"visit-1": ["RCC.AGRI"]}, "closed": false}}

open       开件。item 必填；另有 town、at、caseId（默认 case-1）、applicant、data、by、salts。
act        办理。task 是步骤（或 步骤#轮次；阶段的动作写阶段），action 是动作，或操作：
           claim give-back save-draft take-back   本人签收、放回、暂存（data）、拿回
           transfer delegate         转办、委派：to 人员、reason
           add-signer remove-signer  加签：people、where（before|beside|after）；减签：to 人员
           return jump               退回：to、opinion、then、siblings、branches；跳转：to、reason
           suspend resume extend     中止：ground、basis、reason；恢复；延期：clock、reason（task 写阶段）
           patch recuse              调整后续步骤：to、change、reason；回避：to（可省）、reason
           urge copy ask reply       催办；抄送、沟通：people、opinion；回复：opinion
           补录：另写 effectiveAt（实际办理时间）和 reason。
           by 写工号；"@applicant"、"@body:单位"、"@service:操作"；"@auto" 取现在可以办的第一人；
           {"duty": "D07", "post": "section-head"} 取其中承担该职责、任该岗位的第一人。省略等于 "@auto"。
tick       时间走到 at：到期、视为受理、提醒等在此发生。
registers  从这一行起换用新版名录（directory、people、calendar）：写工作区内的文件，或直接写对象；
           对象不带 "format" 时只写改动之处，列表里同一事项的条目改日期，其余追加。
expect     核对：open closed finished outcome sections people due documents refused events provisional
           nobody data。refused 是上一行被拒绝的种类；被拒绝而下一行没有写 refused，算脚本出错。
act、tick 省略 at 时用上一行的时间；commandId 默认 c<行号>。"$town" 处填入 --town 的镇。
敏感字段进保密库，不进台账；脚本没有给盐值时用演示盐值，只可试运行。
  --vault 文件   把保密库写到文件（不覆盖已有文件）
--json 输出 {"ledger": [封存的事件], "openTasks": […], "outcome", "refusals": […]}。
行的格式另有 JSON Schema：packages/cli/schemas/run-script.schema.json。
退出码：0 全部办成；1 有未料到的拒绝，或核对不符；2 脚本或工作区不可用。
`,
  'help.test': `yichuang test [文件夹] [--town 镇] [--suite 走查集] [--json]

运行 suites/ 里存好的走查，每条走查在它列出的每个镇各走一遍，并统计每个流程的动作、条件、出口
有多少走到过，列出没有走到的。
退出码：0 全部通过；1 有不通过；2 工作区或走查不可用。
`,
  'help.release': `yichuang release <文件夹> --note 说明 --prepared-by 工号 --approved-by 工号
    [--effective-from YYYY-MM-DD] [--override 理由] [--json]

先校验，再编号、记哈希，写入 releases/<编号>.json。已有的发布件不会被改写。
拟稿和批准须是两个人。有错误时不发布，除非用 --override 写明理由；理由和错误记入发布件。
  --effective-from   施行日期，默认今天
`,
  'help.verify': `yichuang verify <台账.jsonl|.json> [--head 哈希] [--release 文件 --registers 文件夹 [--vault 文件]] [--json]

离线核对一份封存的台账：逐个事件核对哈希和前后相接，说出断在哪一个事件。
  --head 哈希        另外保存的末端哈希；只有它能发现尾部被截去
  --release 文件     同时按这份发布件和 --registers 文件夹里的名录重新裁定每一条命令
`,
  'help.export': `yichuang export <文件夹> --format release|xstate|mermaid [--workflow 流程] [--town 镇] [--out 文件] [--json]

  release   现在发布会得到的发布件
  xstate    流程的状态机配置（JSON），可交给 XState 的 createMachine；条件和动作按名字引用
  mermaid   流程图（Mermaid），块画成子图
每份导出都带发布内容的哈希。没有 --out 时写到标准输出；不覆盖已有文件。
`,
  'help.format': `yichuang format [文件夹] [--check] [--json]

按统一版式整理工作区的文件：键的次序同格式定义，一处改动只差一行。有一个文件读不懂，就一个也不写。
  --check   只查看，不写；有文件需要整理时退出码为 1
`,
  'usage.unknown-command': '没有“{name}”这个命令。«最接近的是 {nearest}。»',
  'usage.unknown-option': '没有 {name} 这个选项。«最接近的是 {nearest}。»',
  'usage.unknown-language': '语言只有 zh 和 en，没有“{name}”。',
  'usage.value-missing': '{name} 后面缺少内容。',
  'usage.value-unwanted': '{name} 后面不用写内容。',
  'usage.option-twice': '{name} 写了两次，只能写一次。',
  'usage.option-needed': '缺少 {name}。',
  'usage.operand-missing': '“{name}”后面要写文件夹或文件。',
  'usage.operand-unwanted': '多了“{extra}”。',
  'usage.see-help': '«说明：yichuang {name} --help»',
  'usage.bad-choice': '{name} 只能是 {known}，没有“{value}”。«最接近的是 {nearest}。»',
  'usage.bad-day': '{name} 要写成 YYYY-MM-DD 的日期，不是“{value}”。',
  'usage.unknown-town': '工作区里没有镇“{value}”。有：{known}。«最接近的是 {nearest}。»',
  'usage.unknown-suite': '没有走查集“{value}”。有：{known}。«最接近的是 {nearest}。»',
  'usage.unknown-workflow': '没有流程“{value}”。有：{known}。«最接近的是 {nearest}。»',
  'usage.workflow-needed': '工作区有 {n} 个流程，请用 --workflow 指定一个：{known}。',
  'usage.file-exists': '{file} 已经存在，没有改动它。请换一个文件名，或先移走它。',
  'usage.cannot-write': '写不了 {file}（{code}）。没有任何文件被改动。',
}
