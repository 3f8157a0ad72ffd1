/** One measured value, with its target. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** The highest acceptable value. Absent for what is only to be compared. */
  readonly target?: number;
  /** The unit of both: `1.65`, `310 kB`. */
  readonly unit: '' | 'kB' | 'MB' | 'ms';
  /** The composition of the value. */
  readonly detail: string;
}

/** A figure that this machine cannot provide, with the reason. */
export interface SkippedFigure {
  readonly name: string;
  readonly target?: number;
  readonly unit: Figure['unit'];
  readonly skipped: string;
}

/** Returns the lines of a Markdown table. */
export function tableOf(figures: readonly (Figure | SkippedFigure)[]): readonly string[] {
  return ['| figure | value | target | | made of |', '|---|---|---|---|---|', ...figures.map(rowOf)];
}

function rowOf(figure: Figure | SkippedFigure): string {
  const target = figure.target === undefined ? '–' : `<= ${inUnit(figure.target, figure)}`;
  if ('skipped' in figure) return `| ${figure.name} | – | ${target} | skipped | ${figure.skipped} |`;
  return `| ${figure.name} | ${inUnit(figure.value, figure)} | ${target} | ${verdictOn(figure)} | ${figure.detail} |`;
}

function verdictOn({ value, target }: Figure): string {
  if (target === undefined) return '';
  return value <= target ? 'ok' : 'missed';
}

function inUnit(value: number, { unit }: Pick<Figure, 'unit'>): string {
  if (unit === '') return Number.isInteger(value) ? String(value) : value.toFixed(2);
  return `${unit === 'ms' ? value.toFixed(3) : Math.round(value)} ${unit}`;
}
