namespace CrisisCommand.Tests.House;

/// <summary>The rules of the pages' scripts on the product, and each on texts that break it.</summary>
public class ScriptRulesTests
{
    private static readonly Dictionary<string, (string Ending, Func<IEnumerable<PageSource>, IEnumerable<string>> Offences)> Rules = new()
    {
        [nameof(ScriptRules.TypesAreChecked)] = (".js", ScriptRules.TypesAreChecked),
        [nameof(ScriptRules.FilesAreShort)] = (".js", ScriptRules.FilesAreShort),
        [nameof(ScriptRules.NothingIsGlobal)] = (".js", ScriptRules.NothingIsGlobal),
        [nameof(ScriptRules.ImportsAreNamed)] = (".js", ScriptRules.ImportsAreNamed),
        [nameof(ScriptRules.ScriptsAreModules)] = (".razor", ScriptRules.ScriptsAreModules),
    };

    public static TheoryData<string> RuleNames => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void The_product_keeps_the_rule(string rule)
    {
        var (ending, offences) = Rules[rule];
        var looked = PageSource.Of(ending);
        looked.Count.ShouldBeGreaterThan(20);
        offences(looked).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(nameof(ScriptRules.TypesAreChecked), "const a = 1;\n", "a is not checked")]
    [InlineData(nameof(ScriptRules.TypesAreChecked), "// @ts-check\n// @ts-nocheck\n", "a is not checked")]
    [InlineData(nameof(ScriptRules.NothingIsGlobal), "window.Desk = {};", "a makes window.Desk = global")]
    [InlineData(nameof(ScriptRules.NothingIsGlobal), "const a = 1;\nvar b", "a makes var b global")]
    [InlineData(nameof(ScriptRules.NothingIsGlobal), "globalThis['b'] = 1;", "a makes globalThis['b'] = global")]
    [InlineData(nameof(ScriptRules.NothingIsGlobal), "Object.assign(window, { b });", "a makes Object.assign(window global")]
    [InlineData(nameof(ScriptRules.ImportsAreNamed), "import './b.js';", "a: import './b.js';")]
    [InlineData(nameof(ScriptRules.ImportsAreNamed), "import { b } from \"./b.js\";", "a: import { b } from \"./b.js\";")]
    [InlineData(nameof(ScriptRules.ImportsAreNamed), "import {", "a: import {")]
    [InlineData(nameof(ScriptRules.ImportsAreNamed), "export * from './b.js';", "a: export * from './b.js';")]
    [InlineData(nameof(ScriptRules.ImportsAreNamed), "const b = await import('./b.js');", "a: const b = await import('./b.js');")]
    [InlineData(nameof(ScriptRules.ScriptsAreModules), "<script src=\"@Url\" defer></script>", "a: <script src=\"@Url\" defer>")]
    public void The_canary_breaks_the_rule(string rule, string text, string offence) =>
        Rules[rule].Offences([new("a", text)]).ShouldBe([offence]);

    [Theory]
    [InlineData(nameof(ScriptRules.TypesAreChecked), "// @ts-check\nconst a = 1;\n")]
    [InlineData(nameof(ScriptRules.NothingIsGlobal), "if (window.a === 1) self.addEventListener('b', () => window.c);")]
    [InlineData(nameof(ScriptRules.ImportsAreNamed), "import { b } from './b.js';\nimport * as C from '../Frame/c-d.js';")]
    [InlineData(nameof(ScriptRules.ImportsAreNamed), "/** @param {import('./b.js').B} b */\n/** @import { B } from './b.js' */")]
    [InlineData(nameof(ScriptRules.ScriptsAreModules), "<script type=\"module\" src=\"@Url\"></script>")]
    public void The_rule_lets_pass(string rule, string text) => Rules[rule].Offences([new("a", text)]).ShouldBeEmpty();

    [Fact]
    public void A_script_of_201_lines_is_too_long()
    {
        ScriptRules.FilesAreShort([new("a", string.Concat(Enumerable.Repeat(";\n", 201)))]).ShouldBe(["a has 201 lines"]);
        ScriptRules.FilesAreShort([new("a", string.Concat(Enumerable.Repeat(";\n", 200)))]).ShouldBeEmpty();
    }
}
