package picture

import "math"

// on is the ink that reads best on a colour: black or white.
func on(fill ink) ink {
	if contrast(string(fill), "#000000") > contrast(string(fill), "#ffffff") {
		return "#000000"
	}
	return "#ffffff"
}

// contrast is the ratio of WCAG 2: 1 for one colour twice, 21 for black and white.
func contrast(a, b string) float64 {
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// light is how much a colour gives, from 0 to 1: the relative luminance of sRGB.
func light(hex string) float64 {
	share := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	c := rgb(hex)
	return 0.2126*share(c.R) + 0.7152*share(c.G) + 0.0722*share(c.B)
}
