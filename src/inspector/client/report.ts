import './styles/main.css'
import './styles/plain.css'
import { openPage } from './open-page.tsx'
import { reportDoor } from './store/report-door.ts'

const place = document.getElementById('page')
if (place)
  openPage(place, reportDoor(document)).then(
    () => document.documentElement.classList.add('live', 'shown'),
    () => document.documentElement.classList.remove('live'),
  )
