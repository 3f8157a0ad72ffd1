/** The page's style sheet: the colours of the group page, light and dark, for a phone held in one hand. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#eef0f4;--panel:#fff;--panel-2:#f6f7f9;--line:#cfd4dc;--ink:#1a1f27;--ink-2:#4a5361;
--accent:#2463eb;--accent-soft:#e9f0fe;--accent-ink:#1d54cf;--on-accent:#fff;--red:#c92a2a;--green:#18794e;--green-soft:#e5f6ed}
@media (prefers-color-scheme:dark){:root{--bg:#101216;--panel:#191c22;--panel-2:#20242b;--line:#3a414d;--ink:#e8eaee;--ink-2:#b3bac6;
--accent:#6b9bff;--accent-soft:#1d2a45;--accent-ink:#8db2ff;--on-accent:#0d1626;--red:#ff8a8a;--green:#6fd6a2;--green-soft:#14301f}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",
"Noto Sans SC",system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:30rem;margin:0 auto;padding:16px;display:grid;gap:12px}
section{background:var(--panel);border-radius:12px;padding:16px}
h1{font-size:1.25rem;line-height:1.35;margin:0}
p{margin:0}
.state{color:var(--red);font-weight:600;margin-bottom:4px}
.where,.effect,.name{color:var(--ink-2);font-size:.875rem}
.where{margin-top:4px}
.holder{background:var(--green-soft);color:var(--green);border-radius:8px;padding:10px 12px;margin-top:12px;font-weight:600}
.holder:first-child{margin-top:0}
.holder+.where{margin-top:8px}
.fault{color:var(--red);font-weight:600}
form{display:grid;gap:12px}
h2{font-size:1rem;margin:0}
fieldset{border:0;padding:0;margin:0;display:grid;grid-template-columns:repeat(3,1fr);gap:8px}
legend{padding:0;margin-bottom:6px;color:var(--ink-2);font-size:.875rem}
fieldset label{position:relative;display:grid}
fieldset input{position:absolute;inset:0;opacity:0;width:100%;height:100%;margin:0;cursor:pointer}
fieldset span{display:grid;place-items:center;text-align:center;min-height:44px;padding:4px;border:1px solid var(--line);border-radius:8px;
background:var(--panel-2)}
fieldset input:checked+span{border-color:var(--accent);background:var(--accent-soft);color:var(--accent-ink);font-weight:600}
fieldset input:focus-visible+span,button:focus-visible,.name input:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
button{font:inherit;font-weight:600;min-height:52px;padding:8px 16px;border:0;border-radius:8px;background:var(--accent);
color:var(--on-accent);cursor:pointer}
.enter{position:absolute;width:1px;height:1px;min-height:0;padding:0;overflow:hidden;clip-path:inset(50%)}
.people{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:8px}
.other{display:grid;grid-template-columns:1fr auto;gap:8px;align-items:end}
.name{display:grid;gap:4px}
.name input{font:inherit;color:var(--ink);min-height:52px;width:100%;padding:8px 12px;border:1px solid var(--line);border-radius:8px;
background:var(--panel-2)}
.people+.other button{background:var(--accent-soft);color:var(--accent-ink)}
`.trim();
