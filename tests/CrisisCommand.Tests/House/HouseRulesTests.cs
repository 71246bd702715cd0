namespace CrisisCommand.Tests.House;

/// <summary>The rules of the house on the product, and each rule on canaries that break it: a rule never seen to fail guards nothing.</summary>
public class HouseRulesTests
{
    private static readonly Dictionary<string, Func<Code, IEnumerable<string>>> Rules = new()
    {
        [nameof(DependencyRules.FeaturesHaveNoCycles)] = DependencyRules.FeaturesHaveNoCycles,
        [nameof(DependencyRules.PlatformNamesNoFeature)] = DependencyRules.PlatformNamesNoFeature,
        [nameof(DependencyRules.PlatformRoomsStandInOrder)] = DependencyRules.PlatformRoomsStandInOrder,
        [nameof(DependencyRules.EventsKnowNoFramework)] = DependencyRules.EventsKnowNoFramework,
        [nameof(DependencyRules.StatesKnowNoFramework)] = DependencyRules.StatesKnowNoFramework,
        [nameof(DependencyRules.OnlyWiringSeesSetup)] = DependencyRules.OnlyWiringSeesSetup,
        [nameof(DependencyRules.FeaturesShareOnlyFacts)] = DependencyRules.FeaturesShareOnlyFacts,
        [nameof(DependencyRules.OneSpeaks)] = DependencyRules.OneSpeaks,
        [nameof(Shapes.EventsAreSealed)] = Shapes.EventsAreSealed,
        [nameof(Shapes.EventNamesAreUnique)] = Shapes.EventNamesAreUnique,
        [nameof(Shapes.EventsHoldNoPlainText)] = Shapes.EventsHoldNoPlainText,
        [nameof(Shapes.FactsAndStatesNeverChange)] = Shapes.FactsAndStatesNeverChange,
        [nameof(SourceRules.FilesAreShort)] = SourceRules.FilesAreShort,
        [nameof(SourceRules.RoomsAreSmall)] = SourceRules.RoomsAreSmall,
        [nameof(SourceRules.MethodsAreShort)] = SourceRules.MethodsAreShort,
        [nameof(Dictionary.NamesKeepToTheDictionary)] = Dictionary.NamesKeepToTheDictionary,
        [nameof(Collaborators.AreFewOrSaidWhy)] = Collaborators.AreFewOrSaidWhy,
        [nameof(SourceRules.SlicesHoldTheirEndpoint)] = SourceRules.SlicesHoldTheirEndpoint,
        [nameof(SourceRules.EndpointsNameACapability)] = SourceRules.EndpointsNameACapability,
        [nameof(SourceRules.DemandsAreNamed)] = SourceRules.DemandsAreNamed,
        [nameof(SourceRules.DecisionsHaveTests)] = SourceRules.DecisionsHaveTests,
        [nameof(IssuedTwice.EveryCommandIsIssuedTwice)] = IssuedTwice.EveryCommandIsIssuedTwice,
        [nameof(Bans.BansStand)] = Bans.BansStand,
        [nameof(Comments.CommentsNameWhatThereIs)] = Comments.CommentsNameWhatThereIs,
        [nameof(SourceRules.AwaitsAreBare)] = SourceRules.AwaitsAreBare,
        [nameof(SourceRules.PatternsEndWhereTheySay)] = SourceRules.PatternsEndWhereTheySay,
    };

    public static TheoryData<string> RuleNames => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void The_product_keeps_the_rule(string rule) => Rules[rule](Code.Product).ShouldBeEmpty();

    [Theory]
    [InlineData(nameof(DependencyRules.FeaturesHaveNoCycles), "Cycle", "Klo names Crises, which leads back to it")]
    [InlineData(nameof(DependencyRules.FeaturesHaveNoCycles), "Cycle", "Crises names Klo, which leads back to it")]
    [InlineData(nameof(DependencyRules.FeaturesHaveNoCycles), "CycleOfThree", "Alarms names Boards, which leads back to it")]
    [InlineData(nameof(DependencyRules.PlatformNamesNoFeature), "PlatformKnows", "Platform names Klo")]
    [InlineData(nameof(DependencyRules.FeaturesHaveNoCycles), "RoomsInACircle", "Pages.Wall names Pages.Phone, which leads back to it")]
    [InlineData(nameof(DependencyRules.PlatformRoomsStandInOrder), "RoomsUpsideDown", "Texts names Web")]
    [InlineData(nameof(DependencyRules.EventsKnowNoFramework), "FrameworkEvent", "FrameworkEvent.Klo.Seen knows Marten")]
    [InlineData(nameof(DependencyRules.EventsKnowNoFramework), "FrameworkEvent", "FrameworkEvent.Klo.Part knows Npgsql")]
    [InlineData(nameof(DependencyRules.StatesKnowNoFramework), "FrameworkState", "FrameworkState.Klo.Known knows JasperFx")]
    [InlineData(nameof(DependencyRules.StatesKnowNoFramework), "FrameworkState", "FrameworkState.Klo.Listed knows Microsoft.AspNetCore")]
    [InlineData(nameof(DependencyRules.OnlyWiringSeesSetup), "SetupEverywhere", "Klo.StaffFunction sees Marten.StoreOptions")]
    [InlineData(nameof(DependencyRules.OnlyWiringSeesSetup), "SetupEverywhere", "Platform.Bell sees Wolverine.WolverineOptions")]
    [InlineData(nameof(Dictionary.NamesKeepToTheDictionary), "OtherWords", "Klo.StaffSight: say …Model")]
    [InlineData(nameof(Dictionary.NamesKeepToTheDictionary), "OtherWords", "Klo.StaffReader: say …Parser or …Reading")]
    [InlineData(nameof(DependencyRules.OneSpeaks), "SpeaksAlone", "Klo.StaffReading opens texts by itself")]
    [InlineData(
        nameof(DependencyRules.FeaturesShareOnlyFacts),
        "SentAcross",
        "SendsCommand names CrisisCommand.Tests.Canaries.SentAcross.Klo.Staff"
    )]
    [InlineData(
        nameof(DependencyRules.FeaturesShareOnlyFacts),
        "SentAcross",
        "SendsLater names CrisisCommand.Tests.Canaries.SentAcross.Klo.Staff"
    )]
    [InlineData(
        nameof(DependencyRules.FeaturesShareOnlyFacts),
        "SentAcross",
        "NamesArgument names CrisisCommand.Tests.Canaries.SentAcross.Klo.Staff"
    )]
    [InlineData(
        nameof(DependencyRules.FeaturesShareOnlyFacts),
        "SentAcross",
        "Intake names CrisisCommand.Tests.Canaries.SentAcross.Klo.StaffEndpoint"
    )]
    [InlineData(
        nameof(DependencyRules.FeaturesShareOnlyFacts),
        "SentAcross",
        "Wires names CrisisCommand.Tests.Canaries.SentAcross.Klo.KloModule"
    )]
    [InlineData(nameof(Shapes.EventsAreSealed), "Open", "Happened is not sealed")]
    [InlineData(nameof(Shapes.EventNamesAreUnique), "Twice", "Twice.Crises.Opened and CrisisCommand.Tests.Canaries.Twice.Klo.Opened")]
    [InlineData(nameof(Shapes.EventsHoldNoPlainText), "PlainText", "Written.Text is a plain String")]
    [InlineData(nameof(Shapes.EventsHoldNoPlainText), "PlainText", "Written.Lines.Note is a plain String")]
    [InlineData(nameof(Shapes.EventsHoldNoPlainText), "PlainText", "Written.ByName is a plain String")]
    [InlineData(nameof(Shapes.EventsHoldNoPlainText), "PlainText", "Written.Names is a plain String")]
    [InlineData(nameof(Shapes.FactsAndStatesNeverChange), "Settable", "Moved.Text can be set")]
    [InlineData(nameof(Shapes.FactsAndStatesNeverChange), "Settable", "Known.Count can be set")]
    [InlineData(nameof(Shapes.FactsAndStatesNeverChange), "Settable", "Post.Holder can be set")]
    public void The_canary_breaks_the_rule(string rule, string canary, string offence) =>
        Rules[rule]
            (Code.Canary(canary))
            .ShouldContain(o => o.Contains(offence, StringComparison.Ordinal), string.Join('\n', Rules[rule](Code.Canary(canary))));

    [Theory]
    [InlineData(
        nameof(DependencyRules.FeaturesShareOnlyFacts),
        "SentAcross",
        "Intake names CrisisCommand.Tests.Canaries.SentAcross.Klo.Staff$"
    )]
    [InlineData(nameof(DependencyRules.FeaturesShareOnlyFacts), "SentAcross", "names CrisisCommand.Tests.Canaries.SentAcross.Klo.Staffed$")]
    [InlineData(nameof(DependencyRules.OnlyWiringSeesSetup), "SetupEverywhere", "Module sees")]
    [InlineData(nameof(DependencyRules.FeaturesHaveNoCycles), "CycleOfThree", "Timeline names")]
    [InlineData(nameof(DependencyRules.PlatformRoomsStandInOrder), "RoomsUpsideDown", "Web names")]
    [InlineData(nameof(DependencyRules.OneSpeaks), "SpeaksAlone", "Klo.Speaker opens")]
    [InlineData(nameof(Dictionary.NamesKeepToTheDictionary), "OtherWords", "AdmitReader: say")]
    [InlineData(nameof(Dictionary.NamesKeepToTheDictionary), "OtherWords", "StaffReading: say")]
    [InlineData(nameof(Shapes.EventsHoldNoPlainText), "PlainText", "Key is a plain")]
    public void The_rule_lets_pass(string rule, string canary, string pass) =>
        Rules[rule](Code.Canary(canary)).Select(o => o + "$").ShouldNotContain(o => o.Contains(pass, StringComparison.Ordinal));

    /// <summary>A rule over nothing would hold as well.</summary>
    [Theory]
    [InlineData("Platform")]
    [InlineData("Klo")]
    [InlineData("Crises")]
    [InlineData("Decisions")]
    public void The_product_is_looked_at(string feature)
    {
        Code.Product.Namings.ShouldContain(n => Code.Product.FeatureOf(n.From) == feature);
        Code.Product.Sources.ShouldContain(s => s.Feature == feature);
    }
}
