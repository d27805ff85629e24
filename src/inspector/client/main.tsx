import './styles/main.css'
import { openPage } from './open-page.tsx'
import { httpDoor } from './store/http-door.ts'

const place = document.getElementById('page')
if (place) void openPage(place, httpDoor())
