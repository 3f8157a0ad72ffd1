import { existsSync } from 'node:fs';

/** A font of somebody's machine, and the family to take of it. */
interface Font {
  readonly file: string;
  readonly family: string;
}

/** The fonts of a picture. Without any its letters are left out, and it is a picture all the same. */
export interface Fonts {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** The families for Latin letters and figures, and for everything else. Empty if the machine has none that is known. */
  readonly latin: string;
  readonly chinese: string;
}

/** Fonts by the systems that have them. One is loaded, not all that a machine has: that takes seconds. */
const LATIN: readonly Font[] = [
  { file: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', family: 'DejaVu Sans' },
  { file: '/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf', family: 'DejaVu Sans' },
  { file: '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf', family: 'Liberation Sans' },
  { file: '/System/Library/Fonts/Supplemental/Arial.ttf', family: 'Arial' },
  { file: 'C:\\Windows\\Fonts\\arial.ttf', family: 'Arial' },
];
/** Those that have Chinese characters too. They are ten times as large, and read anew for each character that is drawn. */
const CHINESE: readonly Font[] = [
  { file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', family: 'Noto Sans CJK SC' },
  { file: '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc', family: 'Noto Sans CJK SC' },
  { file: '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc', family: 'WenQuanYi Micro Hei' },
  { file: '/System/Library/Fonts/Hiragino Sans GB.ttc', family: 'Hiragino Sans GB' },
  { file: 'C:\\Windows\\Fonts\\msyh.ttc', family: 'Microsoft YaHei' },
];

/** Returns true if a Latin font has every letter of a text. */
export function isLatin(written: string): boolean {
  return /^[\0-\u024f\u2000-\u22ff]*$/.test(written);
}

/** Returns the fonts for a text: one with Chinese characters only if it has any. */
export function fontsFor(written: string): Fonts {
  const [small, large] = [LATIN, CHINESE].map((fonts) => fonts.find(({ file }) => existsSync(file)));
  const used = [small, isLatin(written) && small ? undefined : large].filter((font) => font !== undefined);
  const [latin, chinese] = [used[0]?.family ?? '', used.at(-1)?.family ?? ''];
  return { files: used.map(({ file }) => file), latin, chinese };
}
