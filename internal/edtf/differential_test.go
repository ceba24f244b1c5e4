package edtf

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// peer is what edtf.js makes of a text; days as Day.String writes them.
type peer struct {
	Error            string
	Earliest, Latest string
}

// askPeer runs edtf.js over the texts.
func askPeer(t *testing.T, texts []string) []peer {
	folder := filepath.Join("..", "conformance", "edtf")
	if _, err := os.Stat(filepath.Join(folder, "node_modules")); err != nil {
		t.Skip("edtf.js is not installed: run npm ci in internal/conformance/edtf")
	}
	var input bytes.Buffer
	encoder := json.NewEncoder(&input)
	for _, text := range texts {
		if err := encoder.Encode(text); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command("node", "bounds.mjs")
	command.Dir, command.Stdin, command.Stderr = folder, &input, os.Stderr
	output, err := command.Output()
	if err != nil {
		t.Fatalf("running edtf.js: %v", err)
	}
	var answers []peer
	for _, line := range strings.Split(strings.TrimSpace(string(output)), "\n") {
		var answer peer
		if err := json.Unmarshal([]byte(line), &answer); err != nil {
			t.Fatalf("reading %q from edtf.js: %v", line, err)
		}
		answers = append(answers, answer)
	}
	if len(answers) != len(texts) {
		t.Fatalf("edtf.js answered %d of %d texts", len(answers), len(texts))
	}
	return answers
}

func TestAgainstPeer(t *testing.T) {
	g := generator{rand.New(rand.NewPCG(1977, 8)).IntN}
	seen := map[string]bool{}
	texts := []string{"1985-02-29", "1985-04-12T24:00:00", "~1984?", "1985-X0", "{..1984..}", "XXXX", "1990/1990", "2004-10/2004", "{2002..1990}", "1985-04-12T10:00+0330"} // too rare to come by chance
	for len(texts) < 2000 {
		text := g.text()
		if g.choose(4) == 0 && len(text) > 0 {
			text = g.damaged(text)
		}
		if !seen[text] && !strings.HasPrefix(text, " ") {
			seen[text] = true
			texts = append(texts, text)
		}
	}
	hits := make([]int, len(judged))
	same, accepted := 0, 0
	for i, theirs := range askPeer(t, texts) {
		d, err := Parse(texts[i])
		earliest, latest := d.Bounds()
		if err == nil && theirs.Error == "" {
			accepted++
		}
		if (err != nil) == (theirs.Error != "") && earliest.String() == theirs.Earliest && latest.String() == theirs.Latest {
			same++
			continue
		}
		if j := judge(texts[i], err, theirs); j >= 0 {
			hits[j]++
			continue
		}
		t.Errorf("%s: got %s to %s, error %v; edtf.js has %s to %s, error %s", texts[i], earliest, latest, err, theirs.Earliest, theirs.Latest, theirs.Error)
	}
	for j, n := range hits {
		t.Logf("%4d differences: %s", n, judged[j].reason)
		if n == 0 {
			t.Errorf("no text differs any more for this reason, so leave it out: %s", judged[j].reason)
		}
	}
	t.Logf("%d texts: %d alike, %d read by both", len(texts), same, accepted)
}

// outcome is which of the two readers took a text.
type outcome uint8

const (
	weRefuse outcome = iota
	theyRefuse
	bothAccept
)

// judged lists the differences that are right on our side, by the first that fits.
var judged = []struct {
	outcome outcome
	text    *regexp.Regexp
	reason  string
}{
	{weRefuse, regexp.MustCompile(`^-?[0-9]{2,3}[?~%]?$`), "a decade or century of three or two digits is no EDTF, but a year that lost digits; 198X and 19XX say it"},
	{weRefuse, regexp.MustCompile(`^(\.\.)?/(\.\.)?$`), "an interval without any date says nothing"},
	{weRefuse, regexp.MustCompile(`[0-9]S[5-9]$`), "a year does not have more significant digits than digits"},
	{weRefuse, regexp.MustCompile(`^Y-?[0-9]{1,4}E[0-9](S[0-9])?$`), "Y stands before years of more than four digits"},
	{weRefuse, regexp.MustCompile(`-[?~%]?02[?~%]?-[?~%]?29`), "29 February is there in leap years only; edtf.js goes on to 1 March"},
	{weRefuse, regexp.MustCompile(`T24:00`), "ISO 8601 of 2019 has no hour 24"},
	{weRefuse, regexp.MustCompile(`T.*[+-][0-9]{4}$`), "a zone has a colon where the time has"},
	{weRefuse, regexp.MustCompile(`^[\[{].*[0-9]\.\.-?[0-9]`), "a range in a set does not run backward, nor on to an open end"},
	{weRefuse, regexp.MustCompile(`^[\[{]\.\.[^,]*\.\.[\]}]$`), "a member open on both sides names no date"},

	{theyRefuse, regexp.MustCompile(`-(2[1-9]|3[0-9]|4[01])[?~%]?(/|$)`), "seasons with marks, and in intervals with other dates, are of use and not ruled out"},
	{theyRefuse, regexp.MustCompile(`^Y-?[0-9]+(E[0-9]+)?(S[0-9])?$`), "dates of ECMAScript end with the year 275760"},
	{theyRefuse, regexp.MustCompile(`^[\[{].*([?~%T]|-(2[1-9]|3[0-9]|4[01])( *[\]},]|\.\.)|[0-9X]\.\.-?[0-9X]|X\.\.)`), "sets may have members of every kind, marked ones, divisions of a year and times included, and ranges between unlike ones"},
	{theyRefuse, regexp.MustCompile(`/.*X`), "edtf.js takes the first year that fits an end with X, and so finds it before the start"},
	{theyRefuse, regexp.MustCompile(`Y.*[/,.?~%\]}]|[/,.\[{]Y|S[1-9].*[/,.?~%\]}]|[/,.\[{].*S[1-9]`), "years with Y or S are years like others: in intervals, in sets and with marks"},
	{theyRefuse, regexp.MustCompile(`X.*[?~%]|[?~%].*X`), "unspecified digits do not rule out marks"},
	{theyRefuse, regexp.MustCompile(`-(12:[0-9]+|1[34])|[+]14:`), "ISO 8601 does not limit zones to those of today, -12:00 to +14:00"},
	{theyRefuse, regexp.MustCompile(`^[?~%]-?[0-9]{4}[?~%]$|[?~%].*[/S]|/.*[?~%]`), "marks stand on either side of a year alone, and on both sides of an interval in any form"},
	{theyRefuse, regexp.MustCompile(`^(1990/1990|2004-10/2004)$`), "an interval may begin and end within one year"},
	{theyRefuse, regexp.MustCompile(`-X[0-9]`), "any digit of a month may be unspecified"},

	{bothAccept, regexp.MustCompile(`(^|[^-])XXXX`), "where no digit of a year is told nothing bounds the date; edtf.js takes the years of four digits"},
	{bothAccept, regexp.MustCompile(`-[?~%]?(2[1-9]|3[0-2])[?~%]?(/|$)`), "ISO 8601-2 sets no months for seasons; edtf.js takes quarters, we take a hemisphere's seasons"},
	{bothAccept, regexp.MustCompile(`^[\[{]?-.*(X|-[2-4][0-9])`), "edtf.js takes the first month for the last before the year 0, and loses the sign of seasons with marks"},
	{bothAccept, regexp.MustCompile(`-3[78][?~%]?$`), "a third of a year has four months; edtf.js ends the first two a month late"},
	{bothAccept, regexp.MustCompile(`-X0`), "the only month that ends in 0 is October; edtf.js takes others too"},
	{bothAccept, regexp.MustCompile(`T.*[+-](0[1-9]|1[0-4]|00:[1-9])`), "edtf.js moves days to UTC, we keep the day published"},
	{bothAccept, regexp.MustCompile(`S[1-9]$`), "significant digits bound a year; edtf.js leaves them out of its bounds"},
	{bothAccept, regexp.MustCompile(`^[\[{].*(,|\.\.).*[\]}]$`), "edtf.js takes the first and last member of a set for the earliest and latest"},
}

func judge(text string, err error, theirs peer) int {
	outcome := bothAccept
	switch {
	case err != nil:
		outcome = weRefuse
	case theirs.Error != "":
		outcome = theyRefuse
	}
	for i, j := range judged {
		if j.outcome == outcome && j.text.MatchString(text) {
			return i
		}
	}
	return -1
}
