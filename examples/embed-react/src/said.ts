import type { CaseData } from '@yichuang/engine'

/** What is filled in at each step, by event. A real form would ask for it. */
export const said: Readonly<Record<string, CaseData>> = {
  'apply.submit': { buildKind: 'new', homesteadArea: 100, floorArea: 240 },
  'group-receive.receive': { assemblyDecides: false },
  'group-meeting.pass': { meetingEligible: 30, meetingPresent: 24, meetingFor: 20 },
  'village-check.forward': { neighboursConsent: true },
  'register.receive': {
    landClass: 'construction',
    basicFarmland: false,
    conversionApproved: false,
    badCredit: false,
  },
  'visit-1.submit': {
    terrain: 'hills',
    landClass: 'construction',
    basicFarmland: false,
    homesteadArea: 100,
    floorArea: 240,
    touchesForest: false,
    touchesWater: false,
    touchesEcology: false,
    touchesPower: false,
    touchesRoad: false,
    hazardZone: false,
  },
  'agri-draft.propose': {
    memberOfCollective: true,
    existingHomestead: false,
    returnCommitment: false,
    soldDwelling: false,
  },
  'planning-draft.propose': { planConform: true },
  'consolidate.recommend': { complex: false },
}
