using System.Text;
using CrisisCommand.Platform.Web;
using CrisisCommand.Tests.House;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace CrisisCommand.Tests.Platform;

public class ServedFilesTests
{
    [Fact]
    public void An_import_is_the_address_of_what_it_names()
    {
        var served = Served(("a.js", "import { b } from './b.js';\nimport { c } from '../Frame/c.js';\n"), ("b.js", ""), ("c.js", ""));
        Read(served, "a.js").ShouldBe("import { b } from '/assets/b.js?1';\nimport { c } from '/assets/c.js?1';\n");
    }

    [Fact]
    public void All_that_is_imported_is_named_once_and_first_what_is_nearest()
    {
        var served = Served(
            ("a.js", "import { b } from './b.js';\nimport { c } from './c.js';\n"),
            ("b.js", "import { d } from './d.js';"),
            ("c.js", "import { d } from './d.js';"),
            ("d.js", "")
        );
        served.ImportsOf(["a.js"]).ShouldBe(["b.js", "c.js", "d.js"]);
    }

    [Fact]
    public void A_module_that_imports_itself_is_refused()
    {
        var served = Served(("a.js", "import { b } from './b.js';"), ("b.js", "import { a } from './a.js';"));
        Should.Throw<InvalidOperationException>(() => served.GetFileInfo("a.js")).Message.ShouldContain("'a.js' imports itself");
    }

    [Theory]
    [InlineData("a.min.js", "import { b } from './b.js';")]
    [InlineData("a.css", "b from './b.js';")]
    [InlineData("a.js", "/** @import { B } from './b.js' */\n/** @type {import('./b.js').B} */")]
    public void What_is_no_import_of_ours_is_served_as_it_is(string name, string text) =>
        Read(Served((name, text), ("b.js", "")), name).ShouldBe(text);

    [Fact]
    public void What_is_not_there_is_not_there() => Served().GetFileInfo("a.js").Exists.ShouldBeFalse();

    [Fact]
    public void Every_script_of_the_product_has_an_address()
    {
        var scripts = PageSource
            .Of(".js")
            .Where(s => s.Path.StartsWith("src/", StringComparison.Ordinal))
            .Select(s => Path.GetFileName(s.Path));
        foreach (var script in scripts)
        {
            PageFiles.Url(script).ShouldMatch(@"\A/assets/[\w-]+\.js\?v=[0-9a-f]{12}\z");
        }
    }

    private static ServedFiles Served(params (string Name, string Text)[] files) => new(new InMemory(files), name => $"/assets/{name}?1");

    private static string Read(ServedFiles files, string name)
    {
        var file = files.GetFileInfo(name);
        using var reader = new StreamReader(file.CreateReadStream());
        var text = reader.ReadToEnd();
        file.Length.ShouldBe(Encoding.UTF8.GetByteCount(text));
        return text;
    }

    private sealed class InMemory((string Name, string Text)[] files) : IFileProvider
    {
        public IFileInfo GetFileInfo(string subpath) =>
            files.FirstOrDefault(f => f.Name == subpath) is { Name: { } name, Text: var text }
                ? new InMemoryFile(name, text)
                : new NotFoundFileInfo(subpath);

        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

        public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
    }

    private sealed class InMemoryFile(string name, string text) : IFileInfo
    {
        public bool Exists => true;

        public long Length => Encoding.UTF8.GetByteCount(text);

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(Encoding.UTF8.GetBytes(text));
    }
}
