package ontology_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
)

// wrong are changes to the drawn ontology and all that is then complained of.
var wrong = []struct {
	name     string
	old, new string // in the file that the complaint names; without old, new is a file more.graphqls
	want     string // one complaint a line
}{
	{"unknown direction", "direction: BOTH", "direction: INN",
		`ship.graphqls:8: direction of @relation is INN; write OUT, IN or BOTH
ship.graphqls:8: metWith cannot be read back; add a field with this predicate and direction IN to the object's class`},
	{"unknown time", "time: AT", "time: ON", `lender.graphqls:4: time of @relation is ON; write AT, SINCE or WHILE`},
	{"direction in quotes", "direction: BOTH", `direction: "BOTH"`, `ship.graphqls:8: direction of @relation is "BOTH"; write OUT, IN or BOTH`},
	{"truth in quotes", "once: true", `once: "true"`, `lender.graphqls:4: once of @relation is "true"; write true or false`},
	{"text without quotes", `label: "built"`, "label: built", `ship.graphqls:10: label of @property is built; write a text in quotes`},
	{"list with a number", `["schema:Place", "x:Port"]`, `["schema:Place", 5]`, `port.graphqls:2: sameAs of @class is ["schema:Place",5]; write a text in quotes`},
	{"required argument null", `plural: "ports"`, `plural: null`,
		`port.graphqls:2: plural of @class is null; write a text in quotes`},
	{"enum that no file defines", "enum TimeReading", "enum Reading", `lender.graphqls:4: time of @relation is AT; define the enum TimeReading`},
	{"unknown argument", "single: true, contains", "sinlge: true, contains", `ship.graphqls:6: @relation has no argument sinlge; did you mean single?`},
	{"argument of another directive", `single: true, label: "built"`, `contains: true`,
		`ship.graphqls:10: @property has no argument contains; use predicate, label, time, single, sameAs, dimension or sense`},
	{"argument twice", "once: true", "once: true, once: false", `lender.graphqls:4: @relation is given once twice; leave one of them out`},
	{"unknown directive", "@property(", "@propertie(", `ship.graphqls:10: unknown directive @propertie; did you mean @property?`},
	{"directive where it does not belong", "interface Lender implements Entity", `interface Lender implements Entity @class(plural: "lenders", colour: "#000000")`,
		`lender.graphqls:2: @class stands on INTERFACE; move it to where it belongs`},
	{"directive twice", "direction: BOTH)", `direction: BOTH) @relation(predicate: "lendsTo")`, `ship.graphqls:8: @relation stands twice on one thing; leave one of them out`},
	{"class without plural", `plural: "ports", `, "",
		`port.graphqls:2: @class lacks its argument plural; add it
port.graphqls:2: the plural of Port is ""; write it in camel case, small letter first`},
	{"predicate that is no name", `predicate: "metWith"`, `predicate: "met with"`,
		`ship.graphqls:8: the predicate of metWith is "met with"; write it in camel case, small letter first`},
	{"colour", "#336699", "#33669G", `port.graphqls:2: the colour of Port is "#33669G"; write it as #rrggbb in lower case`},
	{"undescribed class", "\"A harbour.\"\n", "", `port.graphqls:1: class Port is not described; add a sentence above it`},
	{"undescribed field", "  \"To whom it lends.\"\n", "", `lender.graphqls:3: field lendsTo is not described; add a sentence above it`},
	{"undescribed interface", "\"What can lend.\"\n", "", `lender.graphqls:1: interface Lender is not described; add a sentence above it`},
	{"relation not readable back", "@relation(predicate: \"homePort\", direction: IN, label: \"home of\")", "",
		`ship.graphqls:6: homePort cannot be read back; add a field with this predicate and direction IN to the object's class`},
	{"relation readable back only", `predicate: "homePort", single: true, contains: true, sameAs: "x:home"`, `predicate: "atHome"`,
		`port.graphqls:4: homeOf reads homePort from its object, but no field reads it from its subject; add a field with this predicate and direction OUT to the subject's class
ship.graphqls:6: atHome cannot be read back; add a field with this predicate and direction IN to the object's class`},
	{"told twice", "", "extend type Port {\n\"To whom it hires out.\"\nhiresTo: [Ship!]! @relation(predicate: \"lendsTo\", time: WHILE)\n}",
		`more.graphqls:3: what holds for all of lendsTo is told twice, before in lender.graphqls:4; tell it at one field`},
	{"sense of two predicates", "", "extend type Ship {\n\"From when.\"\nfrom: [Period!]! @property(predicate: \"from\", sense: DAY)\n\"Till when.\"\ntill: [Period!]! @property(predicate: \"till\", sense: DAY)\n}",
		`more.graphqls:5: from and till have the same sense; tell it of one of them`},
	{"need of what it cannot be the subject of", `plural: "ports"`, `plural: "ports", needs: ["builtIn"]`,
		`port.graphqls:2: class Port needs "builtIn", of which it cannot be the subject; name a predicate that the class has a field for`},
	{"dimension of two predicates", "", "extend type Ship {\n\"From when.\"\nfrom: [Period!]! @property(predicate: \"from\", dimension: PERIOD)\n\"Till when.\"\ntill: [Period!]! @property(predicate: \"till\", dimension: PERIOD)\n}",
		`more.graphqls:5: from and till are both the PERIOD of figures; tell it of one of them`},
	{"dimension of another kind", `single: true, label: "built"`, `dimension: VALUE, label: "built"`,
		`ship.graphqls:10: builtIn is the VALUE of figures; tell it of a property of type Quantity`},
	{"period that is a relation", "once: true", "dimension: PERIOD", `lender.graphqls:4: lendsTo is the PERIOD of figures; tell it of a property of type Period`},
	{"reporter that is a literal", `single: true, label: "built"`, `dimension: REPORTER, label: "built"`,
		`ship.graphqls:10: builtIn is the REPORTER of figures; tell it of a relation`},
	{"told from the object", `direction: IN, label`, `direction: IN, single: false, label`,
		`port.graphqls:4: homeOf tells from its object what holds for all of homePort; tell it at a field that reads it from its subject`},
	{"field that means something else", "", "extend type Ship {\n\"To whom it gives.\"\nlendsTo: [Ship!]! @relation(predicate: \"metWith\", direction: BOTH)\n}",
		`lender.graphqls:4: field lendsTo means something else in more.graphqls:3; rename one of them`},
	{"symmetric at one end only", "", "extend type Port {\n\"Ships that called.\"\nships: [Ship!]! @relation(predicate: \"metWith\", direction: IN)\n}",
		`more.graphqls:3: metWith reads the same from both ends at one of its fields and not at another, in ship.graphqls:8; use BOTH at all of its fields or at none
ship.graphqls:8: field metWith gives Ship, but Port stands at the other end too; use an interface that takes both, such as Entity`},
	{"objects of two kinds", "", "extend type Port {\n\"When it was built.\"\nbuilt: [String!]! @property(predicate: \"builtIn\")\n}",
		`more.graphqls:3: builtIn has objects of another kind in ship.graphqls:10; give it one kind of object, or another name`},
	{"property of a wrong type", "[Period!]!", "[Date!]!",
		`ship.graphqls:10: builtIn is a property of type Date; use Period, String, Int, Duration or Quantity`},
	{"name of a plain field", "homeOf:", "id:", `port.graphqls:4: field id is something else in node.graphqls:2; rename it`},
	{"name of a filter's key", "homeOf:", "asOf:", `port.graphqls:4: field asOf has the name of a key that every filter has; rename it`},
	{"singular and plural clash", `plural: "ports"`, `plural: "ship"`,
		`ship.graphqls:2: the query ship of class Ship clashes with class Port; choose another name or plural`},
	{"singular is plural", `plural: "ports"`, `plural: "port"`,
		`port.graphqls:2: the query port of class Port clashes with class Port; choose another name or plural`},
	{"query clash", `plural: "ports"`, `plural: "node"`,
		`port.graphqls:2: the query node of class Port clashes with the query in node.graphqls:8; choose another name or plural`},
	{"singular and plural clash together", "", "\"A bay.\"\ntype Ports implements Entity @class(plural: \"ships\", colour: \"#123456\")",
		`more.graphqls:2: the query ports of class Ports clashes with class Port; choose another name or plural
ship.graphqls:2: the query ships of class Ship clashes with class Ports; choose another name or plural`},
	{"ids clash", "", "\"A race.\"\ntype PORT implements Entity @class(plural: \"races\", colour: \"#123456\")",
		`port.graphqls:2: class Port would have the same ids as class PORT in more.graphqls:2; choose another name`},
	{"class told twice", "", "\"A harbour.\"\ntype Ship implements Entity @class(plural: \"boats\", colour: \"#123456\")",
		`ship.graphqls:2: class Ship would have the same ids as class Ship in more.graphqls:2; choose another name`},
	{"class with a digit", "", "\"A world.\"\ntype World2 implements Entity @class(plural: \"worlds\", colour: \"#123456\")",
		`more.graphqls:2: class World2 has a name of another form; write a capital, then letters only`},
	{"class that is no entity", "", "\"A world.\"\ntype World implements Node @class(plural: \"worlds\", colour: \"#123456\")",
		`more.graphqls:2: class World does not implement Entity; add it after implements, or an interface that does`},
	{"unknown interface", "type Port implements Lender", "type Port implements Lender & Lendr",
		`port.graphqls:2: Port implements Lendr, which no file defines; define it or correct the name`},
	{"extend of an unknown type", "", "extend type Shp { \"Its crew.\" crew: [Ship!]! @relation(predicate: \"crew\") }",
		`more.graphqls:1: extends Shp, which no file defines; define it or correct the name`},
	{"target that does not take another end", "lenders: [Lender!]!", "lenders: [Port!]!",
		`ship.graphqls:4: field lenders gives Port, but Ship stands at the other end too; use an interface that takes both, such as Entity`},
	{"unknown target", "lenders: [Lender!]!", "lenders: [Lendr!]!",
		`ship.graphqls:4: field lenders gives Lendr, which no file defines; define it or correct the name`},
	{"bad syntax", "type Port implements", "type Port implemnts", `port.graphqls:2:11: Unexpected Name "implemnts"`},
}

func TestReadComplains(t *testing.T) {
	for _, test := range wrong {
		t.Run(test.name, func(t *testing.T) {
			files := drawn(t)
			change(t, files, test.old, test.new)
			_, err := ontology.Read(files)
			if err == nil {
				t.Fatal("Read is content")
			}
			if got := fault.KindOf(err); got != fault.Invalid {
				t.Errorf("the error is of kind %s, want %s", got, fault.Invalid)
			}
			if got := strings.TrimLeft(strings.TrimPrefix(err.Error(), "ontology:"), "\n "); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// change replaces text in the one file that holds it, or adds a file.
func change(t *testing.T, files fstest.MapFS, old, new string) {
	t.Helper()
	if old == "" {
		files["more.graphqls"] = &fstest.MapFile{Data: []byte(new)}
		return
	}
	changed := 0
	for name, file := range files {
		if text := string(file.Data); name != "directives.graphqls" && strings.Contains(text, old) {
			files[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
			changed++
		}
	}
	if changed != 1 {
		t.Fatalf("%q is in %d files, want 1", old, changed)
	}
}

func TestReadWithoutFiles(t *testing.T) {
	_, err := ontology.Read(fstest.MapFS{"readme.md": {}})
	if err == nil || err.Error() != "ontology: no *.graphqls file found; name the folder that holds the SDL" {
		t.Errorf("the error is %v", err)
	}
}
