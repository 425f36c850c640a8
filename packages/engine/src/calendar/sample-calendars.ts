import type { CalendarRegister } from '../model/calendar.ts'
import { type Calendar, compileCalendar } from './calendar.ts'

/** Registers for tests: the bare national calendar and Guangxi's overlay as published. */
export const NATIONAL_REGISTER: CalendarRegister = {
  format: 1,
  edition: 1,
  region: { zh: '全国', en: 'China' },
  off: [],
  work: [],
}

const festival = { zh: '壮族三月三', en: 'Sanyuesan' }

export const GUANGXI_REGISTER: CalendarRegister = {
  format: 1,
  edition: 4,
  region: { zh: '广西壮族自治区', en: 'Guangxi' },
  off: [
    { from: '2021-04-14', to: '2021-04-16', title: festival },
    { from: '2023-04-21', title: festival },
    { from: '2023-04-23', title: festival },
    { from: '2024-04-11', to: '2024-04-12', title: festival },
    { from: '2026-04-17', title: festival },
    { from: '2026-04-20', title: festival },
  ],
  work: [{ from: '2021-04-18', title: festival }],
  officeHours: {
    spans: [
      ['08:00', '12:00'],
      ['15:00', '18:00'],
    ],
    evidence: 'K',
  },
}

export const national: Calendar = compileCalendar(NATIONAL_REGISTER)
export const guangxi: Calendar = compileCalendar(GUANGXI_REGISTER)
