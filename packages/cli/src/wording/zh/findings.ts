/** What a check finds: what is so, what follows, what to do. */
export const findings = {
  'finding.binding-unknown-duty':
    '{town}把不在名录里的职责“{duty}”绑给了股室，案件找不到它。请改成名录里的职责。',
  'finding.binding-unknown-section':
    '{town}把“{duty}”绑给了“{section}”，镇里没有这个股室。请改绑。',
  'finding.duty-bound-twice':
    '{town}的“{duty}”有两个牵头股室：{sections}，案件不知道找谁。请只留一个，或分开起止日期。',
  'finding.binding-repeated': '{town}把“{duty}”重复绑给了“{section}”。请删去一条。',
  'finding.inactive-section-bound':
    '{town}把“{duty}”绑给了还没有定名的“{section}”，案件会停在那里。请绑给正式的股室。',
  'finding.section-twice': '{town}有两个股室用了同一个号“{section}”。请改一个。',
  'finding.dates-inverted': '截止日 {to} 早于起始日 {from}，这一条从不生效。请更正日期。',
  'finding.person-unknown-town': '{person} 所在的镇“{town}”不在名录里，派不到活。请更正。',
  'finding.person-without-post': '{person} 没有任何岗位，派不到活。请写明岗位，或移出名单。',
  'finding.holding-unknown-post': '{person} 的岗位“{post}”不在名录里。请更正。',
  'finding.holding-without-place':
    '{person} 任“{post}”，没有写在哪个股室或中心，派不到活。请写明。',
  'finding.holding-unknown-place': '{person} 任“{post}”的地方“{place}”不在{town}。请更正。',
  'finding.substitute-unknown':
    '{person} 外出时由“{substitute}”代办，但本镇没有这名人员。请改正，或删去代办人。',
  'finding.holding-repeated': '{person} 的“{post}”写了两遍。请删去一条。',
  'finding.unreachable-step': '没有案件能到“{step}”：没有一条线通向它。请连上，或删去。',
  'finding.dead-end': '“{step}”没有出路，案件到了这里就出不去。请给它一个去向。',
  'finding.endless-loop': '{steps}只通向彼此，案件走不出去。请给其中一步一个去向。',
  'finding.row-never-true':
    '并联“{step}”的出口“{exit}”永远不成立：给得出“{count}”的分支不够数。请改数目，或删去这一行。',
  'finding.outcome-never-reached':
    '没有案件能得到“{outcome}”这个结论。请在最外层的箭头上写上它，或删去。',
  'finding.closed-without-outcome':
    '从“{step}”的“{exit}”可以不经决定就归档，案件没有结论。请在路上写明结论。',
  'finding.unused-field': '字段“{field}”没有一处读它或写它。请删去，或用起来。',
  'finding.unknown-duty':
    '职责“{name}”不在名录里，{steps}找不到承担的股室。«最接近的是“{nearest}”。»',
  'finding.unknown-post': '岗位“{name}”不在名录里，{steps}找不到人。«最接近的是“{nearest}”。»',
  'finding.unknown-body': '单位“{name}”不在名录里，{steps}不知道找谁。«最接近的是“{nearest}”。»',
  'finding.unknown-table': '没有判断表“{name}”，{steps}无从判断。«最接近的是“{nearest}”。»',
  'finding.post-needs-duty':
    '岗位“{post}”设在股室或中心里，只写岗位找不到人：{steps}。请同职责一起写。',
  'finding.unknown-workflow':
    '“{step}”要转入流程“{called}”，没有这个流程。«最接近的是“{nearest}”。»',
  'finding.unknown-phase': '“{step}”要转入“{called}”的阶段“{phase}”，没有这个阶段。',
  'finding.call-exit-never-taken':
    '“{step}”的去向“{exit}”用不到：流程“{called}”不会给出这个结果。请删去。',
  'finding.call-ring': '几个流程互相转入，成了一圈：{ring}。案件会一直转下去，请断开一处。',
  'finding.item-without-workflow':
    '事项“{item}”的流程“{workflow}”不存在，收了件无从办理。«最接近的是“{nearest}”。»',
  'finding.unknown-material':
    '{steps}要看材料“{material}”，事项“{item}”的办事指南里没有它，申请人不会提交。«最接近的是“{nearest}”。»',
  'finding.unknown-town':
    '工作区要用的镇“{town}”不在名录里，无法校验它的股室。请在名录里补上，或从工作区删去。',
  'finding.town-without-people': '{town}还没有录入人员，职责定到了股室，还定不到人。请录入人员。',
  'finding.duty-vacant':
    '{town}没有股室承担“{duty}”。案件停在{steps}，无人可办。«建议由“{proposed}”承担。»请在名录里指定股室。',
  'finding.duty-misplaced':
    '{town}承担“{duty}”的“{section}”已经撤并。案件停在{steps}。请改由现有股室承担。',
  'finding.duty-unstaffed':
    '{town}“{section}”没有人员，它承担“{duty}”。案件停在{steps}。请配备人员。',
  'finding.duty-of-one-person':
    '{town}“{duty}”（{section}）只有 {person} 一个人。此人请假或回避时，{steps}无人可办。请安排 B 岗。',
  'finding.post-vacant':
    '{town}«“{section}”»没有人任“{post}”。案件停在{steps}，无人可办。请配备人员。',
  'finding.promise-over-statute':
    '«“{step}”»«“{item}”»承诺 {promised}，法定 {statutory}：承诺比法定还长。请缩短承诺。',
  'finding.limits-over-promise':
    '“{step}”里各步时限最长一路计 {days} 个工作日，承诺 {promised} 个工作日：{path}。请缩短其中的时限。',
  'finding.stop-without-basis': '“{step}”停钟（{clock}）没有写依据，停的时间不能扣除。请补上依据。',
  'finding.side-without-limit':
    '“{step}”的旁路“{side}”没有时限；旁路不结束，阶段就不能结束。请给{steps}加时限。',
  'finding.other': '有一处不合规定（{kind}）。',
  'check.line': '{severity}  {place}  {text}',
  'check.none': '没有发现问题。',
  'check.summary': '错误 {errors}，提醒 {warnings}，建议 {infos}。',
}
