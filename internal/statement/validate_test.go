package statement

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
)

// checkComplaint wants one complaint that contains want, or none where want is empty.
func checkComplaint(t *testing.T, name string, err error, want string) {
	t.Helper()
	switch {
	case want == "" && err != nil:
		t.Errorf("%s: got error %v, want none", name, err)
	case want != "" && (err == nil || fault.KindOf(err) != fault.Invalid || !strings.Contains(err.Error(), want)):
		t.Errorf("%s: got error %v, want an invalid input: %s", name, err, want)
	case want != "" && strings.Contains(err.Error(), "\n"):
		t.Errorf("%s: got several complaints, want one: %v", name, err)
	}
}

func TestValidateStatement(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*Statement)
		want   string
	}{
		"valid":              {func(*Statement) {}, ""},
		"no subject":         {func(s *Statement) { s.Subject = "" }, `subject: "" is no id`},
		"a statement":        {func(s *Statement) { s.Subject = EntityID(s.ID()) }, "is no id"},
		"predicate an IRI":   {func(s *Statement) { s.Predicate = "urn:p" }, "predicate"},
		"no object":          {func(s *Statement) { s.Object = Term{} }, "object: it is missing"},
		"object no id":       {func(s *Statement) { s.Object = Thing("Japan") }, `object: "Japan" is no id`},
		"empty text":         {func(s *Statement) { s.Object = Text("") }, "object: it is missing"},
		"text of 200":        {func(s *Statement) { s.Object = Text(strings.Repeat("é", 200)) }, ""},
		"text of 201":        {func(s *Statement) { s.Object = Text(strings.Repeat("é", 201)) }, "a text of 201 characters"},
		"no date":            {func(s *Statement) { s.Object = Date(edtf.Date{}) }, "object"},
		"no quantity":        {func(s *Statement) { s.Object = Amount(Quantity{}) }, "object"},
		"where no id":        {func(s *Statement) { s.Where = "Tokyo" }, "where"},
		"where left out":     {func(s *Statement) { s.Where = "" }, ""},
		"role of two lines":  {func(s *Statement) { s.Role = "a\nb" }, "control character"},
		"role decomposed":    {func(s *Statement) { s.Role = "e\u0301" }, "normalisation form C"},
		"role with space":    {func(s *Statement) { s.Role = " a" }, "space around it"},
		"role not UTF-8":     {func(s *Statement) { s.Role = "\xff" }, "not UTF-8"},
		"quantity untidy":    {func(s *Statement) { s.Quantity.Value = "1.0" }, "write 1 JPY ABOUT PLEDGED"},
		"quantity unitless":  {func(s *Statement) { s.Quantity.Unit = "" }, "quantity"},
		"status unknown":     {func(s *Statement) { s.Status = 9 }, "status: unknown"},
		"no document":        {func(s *Statement) { s.Evidence.Document = "" }, "document"},
		"paragraph negative": {func(s *Statement) { s.Evidence.Paragraph = -1 }, "paragraph: -1"},
		"end at start":       {func(s *Statement) { s.Evidence.End = s.Evidence.Start }, "start 4210 and end 4210"},
		"start negative":     {func(s *Statement) { s.Evidence.Start = -1 }, "start -1"},
		"not located":        {func(s *Statement) { s.Evidence.Start, s.Evidence.End = 0, 0 }, ""},
	} {
		s := workedExample(t)
		test.change(&s)
		checkComplaint(t, name, s.Validate(), test.want)
	}
}

func TestValidateTellsAll(t *testing.T) {
	s := Statement{Role: "\t", Status: 9}
	err := s.Validate()
	for _, what := range []string{"subject", "predicate", "object", "role", "status", "document"} {
		if err == nil || !strings.Contains(err.Error(), what+":") {
			t.Errorf("got error %v, want a complaint of the %s", err, what)
		}
	}
}

func TestValidateEntity(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*Entity)
		want   string
	}{
		"valid":             {func(*Entity) {}, ""},
		"no id":             {func(e *Entity) { e.ID = "junichiro" }, "id"},
		"class lower case":  {func(e *Entity) { e.Class = "person" }, "class"},
		"no name":           {func(e *Entity) { e.Name = "" }, "name: it is missing"},
		"alias is the name": {func(e *Entity) { e.Aliases = append(e.Aliases, e.Name) }, "is there already"},
		"alias twice":       {func(e *Entity) { e.Aliases = append(e.Aliases, e.Aliases[0]) }, "is there already"},
		"alias empty":       {func(e *Entity) { e.Aliases = append(e.Aliases, "") }, "alias: it is missing"},
		"sameAs relative":   {func(e *Entity) { e.SameAs = []string{"Q129678"} }, "no absolute IRI"},
		"sameAs twice":      {func(e *Entity) { e.SameAs = append(e.SameAs, e.SameAs[0]) }, "is there already"},
	} {
		e := Entity{ID: "person/junichiro-koizumi", Class: "Person", Name: "Junichiro Koizumi",
			Aliases: []string{"Junichiru Koizumi"}, SameAs: []string{"http://www.wikidata.org/entity/Q130852"}}
		test.change(&e)
		checkComplaint(t, name, e.Validate(), test.want)
	}
}

func TestValidateDocument(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*Document)
		want   string
	}{
		"valid":              {func(*Document) {}, ""},
		"no text held":       {func(d *Document) { d.File, d.SHA256 = "", "" }, ""},
		"no title":           {func(d *Document) { d.Title = "" }, "title: it is missing"},
		"no kind":            {func(d *Document) { d.Kind = 0 }, "use one of: PRIMARY PRESS SECONDARY COPY"},
		"language a name":    {func(d *Document) { d.Language = "English language" }, "language"},
		"address relative":   {func(d *Document) { d.Address = "asean.org/japan" }, "no web address"},
		"address of a file":  {func(d *Document) { d.Address = "file:///etc/passwd" }, "no web address"},
		"address with space": {func(d *Document) { d.Address = "https://asean.org/a b" }, "no web address"},
		"file in a folder":   {func(d *Document) { d.File = "../secret.txt" }, "no file's name"},
		"file without sum":   {func(d *Document) { d.SHA256 = "" }, "one is given without the other"},
		"sum upper case":     {func(d *Document) { d.SHA256 = strings.ToUpper(d.SHA256) }, "sha256sum"},
	} {
		d := Document{ID: "document/asean-japan-dialogue-2003", Title: "ASEAN-Japan Dialogue", Publisher: "ASEAN Secretariat",
			Language: "en", Kind: Primary, Address: "https://asean.org/japan", File: "asean-japan-dialogue.txt", SHA256: strings.Repeat("0a", 32)}
		test.change(&d)
		checkComplaint(t, name, d.Validate(), test.want)
	}
}

func TestWhatIsGeneratedIsValid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, e, d := anyStatement.Draw(t, "statement"), anyEntity.Draw(t, "entity"), anyDocument.Draw(t, "document")
		for n, err := range []error{s.Validate(), e.Validate(), d.Validate()} {
			if err != nil {
				t.Fatalf("%d: %v", n, err)
			}
		}
	})
}

func TestParseEntityID(t *testing.T) {
	good := []string{"a/b", "country/viet-nam", "observation/trade-total.asean.japan.1996", "class-name/0-1.2", "a/" + strings.Repeat("b", 98)}
	bad := []string{"", "a", "a/", "/b", "A/b", "a/B", "a/b/c", "a/-b", "a/b-", "a/b--c", "a/b c", "a/b\n", "a1/b", "a/é", "a/" + strings.Repeat("b", 99), "statement/b"}
	for _, text := range slices.Concat(good, bad) {
		id, err := ParseEntityID(text)
		if wanted := slices.Contains(good, text); (err == nil) != wanted || wanted && string(id) != text {
			t.Errorf("%q: got %q, %v; want it taken: %v", text, id, err, wanted)
		}
	}
	if got := EntityID("class-name/a").Prefix(); got != "class-name" {
		t.Errorf("prefix: got %q, want class-name", got)
	}
}

func FuzzParseEntityID(f *testing.F) {
	for _, seed := range []string{"country/viet-nam", "observation/a.b", "statement/a", "a/b/", "\xff/é"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		id, err := ParseEntityID(text)
		if err != nil {
			if fault.KindOf(err) != fault.Invalid {
				t.Errorf("%q: error of another kind: %v", text, err)
			}
			return
		}
		if local, ok := (Vocabulary{}).Local(Vocabulary{}.IRI(string(id))); !ok || local != text {
			t.Errorf("%q: got %q back from its IRI", text, local)
		}
	})
}
