import { type JsonObject, numberAt, textAt } from '../../base/json.js';
import { formatNumber } from '../../text/format.js';
import type { Leaf } from './leaves.js';

/** Currencies that have no smaller unit. */
const WHOLE = new Set(['JPY', 'KRW', 'VND', 'CLP', 'ISK']);

/** Returns an amount with its currency. Stripe counts in the smallest unit of the currency: 129900 are 1,299.00 USD. */
export function amountText({ value, owner }: Leaf): string | undefined {
  const currency = (
    textAt(owner, 'currency') ??
    textAt(owner, 'currency_code') ??
    textAt(owner, 'currencyCode')
  )?.toUpperCase();
  const number = numberAt(value);
  if (number === undefined || currency === undefined || !/^[A-Z]{3}$/.test(currency)) return undefined;
  const isMinor = isStripe(owner) && !WHOLE.has(currency);
  return `${formatNumber(isMinor ? number / 100 : number)} ${currency}`;
}

/** Stripe's objects name their kind, and write currencies in small letters. */
function isStripe(owner: JsonObject): boolean {
  const currency = textAt(owner, 'currency');
  return textAt(owner, 'object') !== undefined && currency !== undefined && currency === currency.toLowerCase();
}
