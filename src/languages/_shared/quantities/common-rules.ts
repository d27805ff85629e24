import type { RuleSet } from './data.ts'

/**
 * Rules that hold in every language, after a language's own. They name the classes `range` (connectors of a range),
 * `betweenLead` and `betweenAnd` (`between 10 and 15`), `percent`, `permille`, `basisPoint`, `more` (what may stand between
 * a number and its unit: 多), `section`, `numberedPlace` (`room`), `sectionPair` (between two articles), `numbered` (`No.`) and `measure`; a pattern with a
 * class that a language has not is left out.
 */
export const commonRules: readonly RuleSet[] = [
  { as: 'date', patterns: ['{date}'] },
  { as: 'time', patterns: ['{clock}'] },
  {
    as: 'percent',
    patterns: ['{n} @more? @percent', '{n} ~ {n2} @more? @percent', '@betweenLead > {n} ~@betweenAnd {n2} @percent'],
  },
  { as: 'permille', patterns: ['{n} @permille'] },
  { as: 'basisPoints', patterns: ['{n} @basisPoint', '{n} ~ {n2} @basisPoint'] },
  {
    as: 'money',
    patterns: [
      '{currency:sign} {n}',
      '{currency:sign} {n} +{amountLetter}',
      '{currency:sign} {n} ~ {currency2:sign}? {n2}',
      '{currency:sign} {n} ~ {currency2:sign}? {n2} +{amountLetter}',
      '{currency:sign} {n} +{amountLetter} ~ {currency2:sign}? {n2} +{amountLetter2}',
      '{n} @more? {currency}',
      '{n} ~ {n2} @more? {currency}',
      '@betweenLead > {n} ~@betweenAnd {n2} @more? {currency}',
      '@betweenLead > {currency:sign} {n} ~@betweenAnd {currency2:sign}? {n2}',
      '{n:big} {currency:weakCurrency}',
    ],
  },
  { as: 'enumerator', patterns: ['^ {n:e} < +.|)|、', '^ ( +{n:e} +)'] },
  {
    as: 'section',
    patterns: [
      '@section {r}',
      '@section {r} ~@sectionPair {r2}',
      '@section {r} , {r3:r} ~@sectionPair {r2}',
      '@section {r} ~ {r2}',
      '@section {r} +~( +{r2} +)',
      '@numberedPlace {n:id}',
    ],
  },
  {
    as: 'duration',
    patterns: [
      '{n} @more? +-? {unit}',
      '{n} ~ {n2} @more? +-? {unit}',
      '@betweenLead > {n} ~@betweenAnd {n2} @more? {unit}',
    ],
  },
  { as: 'ordinal', patterns: ['@numbered {n}', '{o}'] },
  { as: 'years', patterns: ['{y} ~ {y2}', '@betweenLead > {y} ~@betweenAnd {y2}'] },
  { as: 'year', patterns: ['{y}'] },
  { as: 'month', patterns: ['{month}'] },
  {
    as: 'number',
    patterns: [
      '{n} ~ {n2:big}',
      '@betweenLead > {n} ~@betweenAnd {n2}',
      '{n:p} @more? < @measure',
      '{n} ~ {n2} @more? < @measure',
      '{n:N}',
    ],
  },
]
