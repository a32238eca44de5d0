import type { StaffRole } from '@qafila/shared/access/roles';
import { STAFF_LOCALES } from '@qafila/shared/kernel/locale';

/** Staff read Arabic or English. */
export type StaffLocale = (typeof STAFF_LOCALES)[number];
type StaffWords = Readonly<Record<StaffLocale, string>>;
export const staffLocale = (locale: string): StaffLocale =>
  STAFF_LOCALES.find((each) => each === locale) ?? 'en';

export const ROLE_WORDS: Readonly<Record<StaffRole, StaffWords>> = {
  account_manager: { en: 'Account manager', ar: 'مدير حسابات' },
  designer: { en: 'Designer', ar: 'مصمم' },
  warehouse: { en: 'Warehouse', ar: 'المستودع' },
  finance: { en: 'Finance', ar: 'المالية' },
  privacy_officer: { en: 'Privacy officer', ar: 'مسؤول الخصوصية' },
  admin: { en: 'Admin', ar: 'المشرف' },
};

export const INVITATION_WORDS = {
  subject: { en: 'You are invited to work at Qafila', ar: 'دعوة للعمل في قافلة' },
  lead: {
    en: '{by} invited you to the staff portal. Choose a password, then add an authenticator app or a passkey.',
    ar: 'دعاك {by} إلى بوابة الموظفين. اختر كلمة مرور ثم أضف تطبيق مصادقة أو مفتاح مرور.',
  },
  roles: { en: 'Roles', ar: 'الأدوار' },
  until: { en: 'The link works once, until', ar: 'يعمل الرابط مرة واحدة حتى' },
  action: { en: 'Accept the invitation', ar: 'قبول الدعوة' },
  foot: {
    en: 'Not expected? Ignore this mail; nothing happens without the link.',
    ar: 'لم تكن تتوقعها؟ تجاهل هذه الرسالة؛ لا يحدث شيء بدون الرابط.',
  },
} as const satisfies Record<string, StaffWords>;

export const ACCOUNT_WORDS = {
  subject: {
    propose: { en: 'A new bank account was proposed', ar: 'اقتُرح حساب بنكي جديد' },
    approve: {
      en: 'A new bank account was approved and waits 24 hours',
      ar: 'اعتُمد حساب بنكي جديد وينتظر 24 ساعة',
    },
    withdraw: { en: 'The change of the bank account was withdrawn', ar: 'سُحب تغيير الحساب البنكي' },
    take_effect: { en: 'The new bank account is in force', ar: 'الحساب البنكي الجديد ساري' },
  },
  lead: {
    propose: {
      en: 'A second person approves it. Until it is in force, traders see the old account.',
      ar: 'يعتمده شخص ثانٍ. وحتى يسري، يرى التجار الحساب القديم.',
    },
    approve: {
      en: 'Traders see the old account until then. If you do not know about this change, withdraw it now.',
      ar: 'يرى التجار الحساب القديم حتى ذلك الحين. إن لم تكن على علم بهذا التغيير فاسحبه الآن.',
    },
    withdraw: {
      en: 'The account in force stays as it was.',
      ar: 'يبقى الحساب الساري كما هو.',
    },
    take_effect: {
      en: 'Transfer instructions show it from now on. Transfers to the old account are still booked.',
      ar: 'تظهر تعليمات التحويل هذا الحساب من الآن. وتظل التحويلات إلى الحساب القديم تُسجَّل.',
    },
  },
  old: { en: 'Old account', ar: 'الحساب القديم' },
  new: { en: 'New account', ar: 'الحساب الجديد' },
  proposedBy: { en: 'Proposed by', ar: 'اقترحه' },
  approvedBy: { en: 'Approved by', ar: 'اعتمده' },
  withdrawnBy: { en: 'Withdrawn by', ar: 'سحبه' },
  effective: { en: 'In force from', ar: 'يسري من' },
  action: { en: 'Open the seller settings', ar: 'فتح إعدادات البائع' },
  foot: {
    en: 'All admins and finance staff get this mail.',
    ar: 'تصل هذه الرسالة إلى جميع المشرفين وموظفي المالية.',
  },
} as const;
