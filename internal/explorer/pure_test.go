package explorer

import (
	"os"
	"os/exec"
	"testing"
)

// What the pages work out without a browser is tested in TypeScript, in test/.
func TestPureParts(t *testing.T) {
	if _, err := os.Stat("node_modules"); err != nil {
		t.Skip("the tools of the pages are not installed: run npm ci in internal/explorer, or make test")
	}
	out, err := exec.Command("npm", "test", "--silent").CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Errorf("npm test: %v", err)
	}
}
