import type { Link } from '../../core/types.ts'
import type { PeopleLinker, Side } from '../link.ts'
import { isLatin } from '../scripts.ts'
import { openNameKnowledge } from './finder.ts'
import { linkPeopleAcross } from './people-across.ts'

/** Links people across scripts, and what the signature says of it. */
export interface NamedLinker {
  readonly signature: string
  readonly link: PeopleLinker
}

/** Makes a linker for sides of which one is written in Latin letters and the other in Han characters. It learns nothing from one pair for the next. */
export function createPeopleLinker(): NamedLinker {
  const knowledge = openNameKnowledge()
  const across = (latin: Side, han: Side): readonly Link[] => {
    const { column, words } = latin.vocabulary
    const isWord = (word: string): boolean => words.functionWords.has(word) || column?.exact.has(word) === true
    return linkPeopleAcross({ document: latin.document, isWord }, han.document, knowledge)
  }
  return {
    signature: 'names.1',
    link: (source, target) =>
      isLatin(source.vocabulary) ? across(source, target) : across(target, source).map(mirrored),
  }
}

const mirrored = (link: Link): Link => ({ ...link, source: link.target, target: link.source })
