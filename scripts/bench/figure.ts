/** One measured thing, and what it should be. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** The most it may be. */
  readonly target: number;
  /** How both are written: `1.65`, `310 kB`. */
  readonly unit: '' | 'kB' | 'MB' | 'ms';
  /** What the value is made of. */
  readonly detail: string;
}

/** A figure that this machine cannot give, and why. */
export interface SkippedFigure {
  readonly name: string;
  readonly target: number;
  readonly unit: Figure['unit'];
  readonly skipped: string;
}

/** Lines of a Markdown table. */
export function tableOf(figures: readonly (Figure | SkippedFigure)[]): readonly string[] {
  return ['| figure | value | target | | made of |', '|---|---|---|---|---|', ...figures.map(rowOf)];
}

function rowOf(figure: Figure | SkippedFigure): string {
  const target = `<= ${inUnit(figure.target, figure)}`;
  if ('skipped' in figure) return `| ${figure.name} | – | ${target} | skipped | ${figure.skipped} |`;
  const verdict = figure.value <= figure.target ? 'ok' : 'missed';
  return `| ${figure.name} | ${inUnit(figure.value, figure)} | ${target} | ${verdict} | ${figure.detail} |`;
}

function inUnit(value: number, { unit }: Pick<Figure, 'unit'>): string {
  if (unit === '') return Number.isInteger(value) ? String(value) : value.toFixed(2);
  return `${unit === 'ms' ? value.toFixed(3) : Math.round(value)} ${unit}`;
}
