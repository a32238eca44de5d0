import type { Role } from '@qafila/shared/access/roles';
import type { Locale } from '@qafila/shared/kernel/locale';

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly role: Role;
  /** Key of the company in `demo-companies`; absent for staff, and for owners who apply in `demo-applications`. */
  readonly company?: 'dar-nour' | 'atlas-gifts' | 'fjord-fonix';
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    name: 'Noura Al-Harbi',
    email: 'noura@darnour.example',
    locale: 'en',
    role: 'owner',
    company: 'dar-nour',
  },
  { name: 'Sami Al-Harbi', email: 'sami@darnour.example', locale: 'ar', role: 'buyer', company: 'dar-nour' },
  {
    name: 'Huda Al-Qahtani',
    email: 'huda@darnour.example',
    locale: 'ar',
    role: 'accountant',
    company: 'dar-nour',
  },
  {
    name: 'Yusuf Bakr',
    email: 'yusuf@atlasgifts.example',
    locale: 'ar',
    role: 'owner',
    company: 'atlas-gifts',
  },
  {
    name: 'Ingrid Solheim',
    email: 'ingrid@fjordfonix.example',
    locale: 'no',
    role: 'owner',
    company: 'fjord-fonix',
  },
  { name: 'Reem Al-Shehri', email: 'reem@rawabi.example', locale: 'ar', role: 'owner' },
  { name: 'Astrid Nygård', email: 'astrid@nordlys.example', locale: 'no', role: 'owner' },
  { name: 'Majed Al-Zahrani', email: 'majed@wahagifts.example', locale: 'ar', role: 'owner' },
  { name: 'Lama Al-Otaibi', email: 'lama@tuwaiqboutique.example', locale: 'en', role: 'owner' },
  { name: 'Amal Idrissi', email: 'amal@qafila.example', locale: 'en', role: 'account_manager' },
  { name: 'Driss Benali', email: 'driss@qafila.example', locale: 'en', role: 'designer' },
  { name: 'Hind Chraibi', email: 'hind@qafila.example', locale: 'ar', role: 'designer' },
  { name: 'Khalid Otaibi', email: 'khalid@qafila.example', locale: 'ar', role: 'warehouse' },
  { name: 'Farah Mansour', email: 'farah@qafila.example', locale: 'en', role: 'finance' },
  { name: 'Omar Tazi', email: 'omar@qafila.example', locale: 'ar', role: 'finance' },
  { name: 'Salma Rami', email: 'salma@qafila.example', locale: 'en', role: 'privacy_officer' },
  { name: 'Mehdi Alaoui', email: 'mehdi@qafila.example', locale: 'en', role: 'admin' },
  { name: 'Layla Bennani', email: 'layla@qafila.example', locale: 'ar', role: 'admin' },
];

/** Recovery codes of every demo account, each usable once. */
export const DEMO_RECOVERY_CODES = ['1-ARGAN-ROSES', '2-MINTE-SAFRA'] as const;
