package edtf_test

import (
	"fmt"

	"github.com/aseangraph/aseangraph/internal/edtf"
)

func Example() {
	for _, text := range []string{"1977-08-18", "1997-12~", "198X", "1984/1993", "1978-12/.."} {
		date, err := edtf.Parse(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		earliest, latest := date.Bounds()
		fmt.Printf("%s: %s, from %q to %q\n", date, date.Label(), earliest, latest)
	}
	// Output:
	// 1977-08-18: 18 August 1977, from "1977-08-18" to "1977-08-18"
	// 1997-12~: about December 1997, from "1997-12-01" to "1997-12-31"
	// 198X: 1980s, from "1980-01-01" to "1989-12-31"
	// 1984/1993: 1984 to 1993, from "1984-01-01" to "1993-12-31"
	// 1978-12/..: since December 1978, from "1978-12-01" to ""
}

func ExampleParse_refused() {
	_, err := edtf.Parse("1985-02-29")
	fmt.Println(err)
	// Output:
	// date "1985-02-29", character 1: no month or day fits 1985-02-29; check it against a calendar: month 01 to 12 or division of a year 21 to 41, and a day that the month has
}

func ExampleOverlaps() {
	summit, _ := edtf.Parse("1997")      // some time in 1997
	december, _ := edtf.Parse("1997-12") // some time in December
	year := summit.Whole()               // all of 1997

	fmt.Println(edtf.Overlaps(summit, december, edtf.Possible), edtf.Overlaps(summit, december, edtf.Definite))
	fmt.Println(edtf.Overlaps(year, december, edtf.Possible), edtf.Overlaps(year, december, edtf.Definite))
	// Output:
	// true false
	// true true
}

func ExampleCompatible() {
	year, _ := edtf.Parse("1977")
	month, _ := edtf.Parse("1977-03")
	other, _ := edtf.Parse("1976")
	about, _ := edtf.Parse("1976~")

	fmt.Println(edtf.Compatible(year, month), edtf.Compatible(other, month), edtf.Compatible(about, month))
	// Output: true false true
}
