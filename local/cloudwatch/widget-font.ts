import { existsSync } from 'node:fs';

/** A font of somebody's machine, and the family to take of it. */
interface Font {
  readonly file: string;
  readonly family: string;
}

/**
 * Fonts by the systems that have them. One is loaded, not all that a machine has: that takes seconds. Where there is none, a picture has
 * no letters, and is a picture all the same.
 */
const LATIN: readonly Font[] = [
  { file: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', family: 'DejaVu Sans' },
  { file: '/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf', family: 'DejaVu Sans' },
  { file: '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf', family: 'Liberation Sans' },
  { file: '/System/Library/Fonts/Supplemental/Arial.ttf', family: 'Arial' },
  { file: 'C:\\Windows\\Fonts\\arial.ttf', family: 'Arial' },
];
/** Those that have Chinese characters too, and are ten times as large. */
const CHINESE: readonly Font[] = [
  { file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', family: 'Noto Sans CJK SC' },
  { file: '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc', family: 'Noto Sans CJK SC' },
  { file: '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc', family: 'WenQuanYi Micro Hei' },
  { file: '/System/Library/Fonts/Hiragino Sans GB.ttc', family: 'Hiragino Sans GB' },
  { file: 'C:\\Windows\\Fonts\\msyh.ttc', family: 'Microsoft YaHei' },
];

/** Returns the font for a text, or `undefined` if the machine has none that is known. */
export function fontFor(written: string): Font | undefined {
  const isLatin = /^[\0-\u024f\u2000-\u22ff]*$/.test(written);
  return (isLatin ? [...LATIN, ...CHINESE] : [...CHINESE, ...LATIN]).find(({ file }) => existsSync(file));
}
