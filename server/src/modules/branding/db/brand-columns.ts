/** Names of a brand as its version in force has them; the version stands as `v`. */
export const BRAND_WORDS = `coalesce(v.content -> 'names' ->> 'latin', '') as name_latin,
  v.content -> 'names' ->> 'arabic' as name_arabic`;
/** Its two leading colours; a draft that has none yet is shown in our own ink. */
export const BRAND_COLOURS = `coalesce(jsonb_path_query_first(v.content, '$.colours[*] ? (@.role == "ink").hex') #>> '{}',
    '#221f1a') as ink,
  coalesce(jsonb_path_query_first(v.content, '$.colours[*] ? (@.role == "accent").hex') #>> '{}', '#8a6a1f') as accent`;
