import './styles/main.css'
import { render } from 'preact'

const place = document.getElementById('page')
if (place) render(<p class="page__notice">…</p>, place)
