/** Password of every account of the demo world; demo mode binds to loopback and production refuses it. */
export const DEMO_PASSWORD = 'caravan to riyadh';
