/** Words of the findings, in Chinese. `[[…]]` marks a fact, `((…))` a gap, `{{…}}` is filled in. */
export const findings = {
  finding: {
    short: { error: '有错误', warning: '有提醒', info: '有建议' },
    unknown: { fact: '文件有一处不合规定。', consequence: '位置：{{at}}。' },
    'duty-vacant': {
      fact: '{{town}}没有股室承担“{{duty}}”。',
      consequence: '案件停在{{steps}}，无人可办。',
      short: '职责空位',
    },
    'duty-misplaced': {
      fact: '{{town}}承担“{{duty}}”的股室已撤并。',
      consequence: '案件停在{{steps}}，要改由现有股室承担。',
      short: '职责错位',
    },
    'duty-unstaffed': {
      fact: '{{town}}“{{section}}”没有人员。',
      consequence: '它承担“{{duty}}”，案件停在{{steps}}。',
      short: '没有人员',
    },
    'duty-of-one-person': {
      fact: '{{town}}“{{duty}}”只有一个人。',
      consequence: '此人请假或回避时，{{steps}}无人可办。',
      short: '只有一人',
    },
    'post-vacant': {
      fact: '{{town}}没有人任“{{post}}”。',
      consequence: '案件停在{{steps}}，无人可办。',
      short: '岗位无人',
    },
    'unreachable-step': {
      fact: '没有案件能到“{{step}}”。',
      consequence: '没有一条线通向它。',
      short: '走不到',
    },
    'dead-end': {
      fact: '“{{step}}”没有出路。',
      consequence: '案件到了这里就出不去。',
      short: '没有出路',
    },
    'endless-loop': {
      fact: '“{{step}}”所在的一圈走不出去。',
      consequence: '{{steps}}只通向彼此。',
      short: '走不出去',
    },
    'row-never-true': {
      fact: '“{{step}}”有一条出口规则永远不成立。',
      consequence: '给得出这种意见的分支不够数。',
      short: '规则不成立',
    },
    'outcome-never-reached': {
      fact: '没有案件能得到“{{outcome}}”。',
      consequence: '这个结果声明了，却没有一条线给出它。',
      short: '结果用不到',
    },
    'closed-without-outcome': {
      fact: '从“{{step}}”可以不经决定就结束。',
      consequence: '案件归档时没有结论。',
      short: '结束无结论',
    },
    'unused-field': {
      fact: '案件信息“{{field}}”没有用到。',
      consequence: '没有一个步骤读它或写它。',
      short: '没有用到',
    },
    'unknown-duty': {
      fact: '职责“{{name}}”不在名录里。',
      consequence: '{{steps}}找不到承担的股室。',
      short: '职责不存在',
    },
    'unknown-post': {
      fact: '岗位“{{name}}”不在名录里。',
      consequence: '{{steps}}找不到人。',
      short: '岗位不存在',
    },
    'unknown-body': {
      fact: '单位“{{name}}”不在名录里。',
      consequence: '{{steps}}不知道找谁。',
      short: '单位不存在',
    },
    'unknown-table': {
      fact: '没有判断表“{{name}}”。',
      consequence: '{{steps}}无从判断。',
      short: '判断表不存在',
    },
    'post-needs-duty': {
      fact: '岗位“{{post}}”要同职责一起写。',
      consequence: '它设在股室或中心里，只写岗位找不到人：{{steps}}。',
      short: '缺少职责',
    },
    'unknown-workflow': {
      fact: '“{{step}}”要转入的流程不存在。',
      consequence: '案件到了这里转不出去。',
      short: '子流程不存在',
    },
    'unknown-phase': {
      fact: '“{{step}}”要转入的阶段不存在。',
      consequence: '案件到了这里转不出去。',
      short: '阶段不存在',
    },
    'call-exit-never-taken': {
      fact: '“{{step}}”有一个去向永远用不到。',
      consequence: '子流程不会给出这个结果。',
      short: '去向用不到',
    },
    'call-ring': {
      fact: '几个流程互相转入，成了一圈。',
      consequence: '案件会一直转下去。',
      short: '互相转入',
    },
    'item-without-workflow': {
      fact: '有一个事项没有流程。',
      consequence: '收了件也无从办理。',
      short: '没有流程',
    },
    'unknown-material': {
      fact: '材料“{{material}}”不在办事指南里。',
      consequence: '{{steps}}要看它，申请人却没有被要求提交。',
      short: '材料不在指南',
    },
    'unknown-town': {
      fact: '名录里没有这个镇。',
      consequence: '无法校验它的股室。',
      short: '镇不存在',
    },
    'town-without-people': {
      fact: '{{town}}还没有录入人员。',
      consequence: '职责定到了股室，还定不到人。',
      short: '没有人员',
    },
    'promise-over-statute': {
      fact: '承诺时限比法定时限还长。',
      consequence: '承诺 {{promised}}，法定 {{statutory}}。',
      short: '承诺过长',
    },
    'limits-over-promise': {
      fact: '各步时限加起来超过承诺时限。',
      consequence: '最长的一路计 {{days}} 个工作日，承诺 {{promised}} 个工作日。',
      short: '超过承诺',
    },
    'stop-without-basis': {
      fact: '“{{step}}”停钟没有写依据。',
      consequence: '没有依据的停钟不能扣除时间。',
      short: '停钟无依据',
    },
    'side-without-limit': {
      fact: '“{{step}}”的一条旁路没有时限。',
      consequence: '旁路不结束，阶段就不能结束。',
      short: '旁路无时限',
    },
    'binding-unknown-duty': {
      fact: '{{town}}的名录把一项不存在的职责给了股室。',
      consequence: '职责代号是“{{duty}}”。',
      short: '职责不存在',
    },
    'binding-unknown-section': {
      fact: '{{town}}的“{{duty}}”给了不存在的股室。',
      consequence: '股室代号是“{{section}}”，案件到不了任何人手里。',
      short: '股室不存在',
    },
    'duty-bound-twice': {
      fact: '{{town}}的“{{duty}}”同时归两个股室牵头。',
      consequence: '案件只会送到名录里排在前面的一个。',
      short: '两家牵头',
    },
    'binding-repeated': {
      fact: '{{town}}的“{{duty}}”在名录里写了两遍。',
      consequence: '删去一条即可。',
      short: '重复',
    },
    'inactive-section-bound': {
      fact: '{{town}}的“{{duty}}”给了一个尚未成立的股室。',
      consequence: '它还不能承担职责。',
      short: '股室未成立',
    },
    'section-twice': {
      fact: '{{town}}有两个股室用了同一个代号。',
      consequence: '代号是“{{section}}”，案件分不清该送哪一个。',
      short: '代号重复',
    },
    'dates-inverted': {
      fact: '有一段日期前后颠倒。',
      consequence: '自 {{from}} 至 {{to}}，没有一天有效。',
      short: '日期颠倒',
    },
    'person-unknown-town': {
      fact: '有一名人员所在的镇不在名录里。',
      consequence: '此人收不到案件。',
      short: '镇不存在',
    },
    'person-without-post': {
      fact: '有一名人员没有岗位。',
      consequence: '此人收不到案件。',
      short: '没有岗位',
    },
    'holding-unknown-post': {
      fact: '有一名人员任了不存在的岗位。',
      consequence: '岗位代号是“{{post}}”。',
      short: '岗位不存在',
    },
    'holding-without-place': {
      fact: '有一名人员的“{{post}}”没有写在哪里任职。',
      consequence: '要写明股室或中心。',
      short: '缺任职处',
    },
    'holding-unknown-place': {
      fact: '有一名人员在不存在的地方任“{{post}}”。',
      consequence: '代号是“{{place}}”。',
      short: '任职处不存在',
    },
    'holding-repeated': {
      fact: '有一名人员的“{{post}}”写了两遍。',
      consequence: '删去一条即可。',
      short: '重复',
    },
    'substitute-unknown': {
      fact: '有一名人员的代办人不在本镇。',
      consequence: '代号是“{{substitute}}”。外出时无人代办。',
      short: '代办人不存在',
    },
    'unknown-target': {
      fact: '有一条线通向不存在的步骤。',
      consequence: '代号是“{{name}}”。',
      short: '去向不存在',
    },
    'arrow-across-blocks': {
      fact: '有一条线出了所在的块。',
      consequence: '线只能连到同一块里的步骤，出块要用结果。',
      short: '线出块',
    },
    'cycle-without-leaf': {
      fact: '有一圈判断首尾相接。',
      consequence: '案件会在里面空转，圈里要有一步由人办。',
      short: '空转',
    },
    'arrow-leads-nowhere': {
      fact: '“{{step}}”有一个动作还没有去向。',
      consequence: '办了这个动作，案件不知往哪里走。',
      short: '接下来？',
    },
    'exit-without-arrow': {
      fact: '“{{step}}”到期或跳过时走“{{exit}}”，而它没有去向。',
      consequence: '到了期限，案件仍停在这一步。',
      short: '到期去哪？',
    },
    'unknown-result': {
      fact: '“{{block}}”的结果“{{name}}”没有写去向。',
      consequence: '案件带着这个结果离开时无路可走。',
      short: '结果无去向',
    },
    'result-never-given': {
      fact: '“{{block}}”写了永远不会有的结果“{{name}}”。',
      consequence: '里面没有一个步骤给出它。',
      short: '结果用不到',
    },
  },
  problems: {
    tab: '问题 {{n}}',
    label: '校验出的问题',
    scope: '{{n}} 个镇一并校验',
    allTowns: '各镇',
    manySteps: '{{step}}等 {{n}} 步',
    quoted: '“{{step}}”',
    running: '正在校验…',
    none: '没有问题。每一步在每个镇都有去向，也有人承担。',
  },
}
