/** English words that link nothing; own list. They also tell where a sentence starts after an abbreviation. */
export const stopwords = `
  a an the of in on at to for from by with without within into onto upon about above below under over between among through during before
  after since until till against towards toward across along around behind beside besides beyond despite except near off out outside inside
  per than via and or but nor yet so if unless because although though while whereas whether that this these those which who whom whose what
  when where why how i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself yourself himself
  herself itself ourselves yourselves themselves am is are was were be been being have has had having do does did doing done will would shall
  should can could may might must ought not no nor none nothing something anything everything nobody somebody anybody everybody there here
  then thus hence however moreover furthermore also too very much many more most less least few several some any all both each every either
  neither other another such same own only just even still already again ever never always often sometimes once now as like
  don't doesn't didn't won't wouldn't can't couldn't isn't aren't wasn't weren't it's i'm we're they're you're that's there's let's`
