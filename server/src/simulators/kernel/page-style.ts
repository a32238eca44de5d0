/** The pages' only style: readable, right to left as well, and not to be taken for a real gateway's. */
export const PAGE_STYLE = `
*{box-sizing:border-box}
body{margin:0;min-height:100vh;background:#faf6ef;color:#1d1a16;font:16px/1.5 "IBM Plex Sans","IBM Plex Sans Arabic","Noto Sans","Noto Sans Arabic",system-ui,sans-serif}
.banner{margin:0;padding:10px 16px;background:#fdf1d3;color:#6b4700;font-weight:600;text-align:center;border-block-end:2px dashed #855900}
main{max-width:520px;margin:32px auto;padding:24px;background:#fff;border:1px solid #e4dccf;border-radius:10px}
header{display:flex;flex-wrap:wrap;gap:8px 16px;justify-content:space-between;align-items:center}
.gateway{font-weight:650;font-size:18px}
nav{display:flex;flex-wrap:wrap;gap:4px;margin-inline:-6px}
nav a,nav b{padding:4px 6px;font-size:14px;min-height:28px}
nav a{color:#4a3fd0;text-underline-offset:2px}
h1{font-size:21px;line-height:1.35;margin:20px 0 12px}
dl{margin:0 0 16px;border-block:1px solid #e4dccf;padding-block:8px}
dl div{display:flex;justify-content:space-between;gap:16px;padding-block:4px}
dt{color:#5c554b}
dd{margin:0;font-variant-numeric:tabular-nums}
.amount{font-weight:650}
.lead{margin:0 0 8px;color:#5c554b}
.code{display:block;inline-size:190px;margin:0 auto 16px;background:#fff}
.fault{margin:0 0 16px;padding:10px 12px;border-radius:7px;background:#fde9e7;color:#8f1f18}
form{display:grid;gap:8px}
h2{font-size:14px;font-weight:600;color:#5c554b;margin:10px 0 0}
button{display:flex;gap:10px;justify-content:space-between;align-items:center;width:100%;min-height:46px;padding:10px 14px;font:inherit;text-align:start;color:inherit;background:#fff;border:1px solid #8f8678;border-radius:7px;cursor:pointer}
button:hover{background:#ecebfb;border-color:#4a3fd0}
button.main{background:#4a3fd0;border-color:#4a3fd0;color:#fff;font-weight:600;justify-content:center}
button.main:hover{background:#3a30b4}
button.quiet{border-color:transparent;color:#4a3fd0;justify-content:center}
.brand{font-weight:600}
.brand+span{color:#5c554b}
:focus-visible{outline:2px solid #4a3fd0;outline-offset:2px}
@media (max-width:560px){main{margin:0;border-width:0 0 1px;border-radius:0;padding:20px 16px}}
`;
