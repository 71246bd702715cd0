using CrisisCommand.Incidents;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Reference;

namespace CrisisCommand.AlarmRules;

/// <summary>How rules, what they look at and what they decide are said.</summary>
public static class AlarmRuleWords
{
    public static string NameOf(CommittedText? name, int number, Words words) =>
        name is { } given ? words.Text(given) : words.Say($"alarm-rules.own.{number}");

    public static string Verdict(this Words words, AlarmVerdict verdict) =>
        words.Say(
            verdict switch
            {
                AlarmVerdict.Call => "alarm-rules.verdict.call",
                AlarmVerdict.CallAndInform => "alarm-rules.verdict.call-and-inform",
                _ => "alarm-rules.verdict.log",
            }
        );

    public static string Aspect(this Words words, AlarmAspect aspect) =>
        words.Say(
            aspect switch
            {
                AlarmAspect.Source => "alarm-rules.aspect.source",
                AlarmAspect.Place => "alarm-rules.aspect.place",
                AlarmAspect.Kind => "alarm-rules.aspect.kind",
                AlarmAspect.Severity => "alarm-rules.aspect.severity",
                AlarmAspect.Urgency => "alarm-rules.aspect.urgency",
                _ => "alarm-rules.aspect.time",
            }
        );

    public static string Place(this Words words, AlarmPlace place) =>
        place.Area is { } area
            ? words.Area(area)
            : words.Say(
                place.Reach switch
                {
                    AlarmReach.Municipality => "alarm-rules.place.city-wide",
                    AlarmReach.Elsewhere => "alarm-rules.place.elsewhere",
                    _ => "alarm-rules.place.unknown",
                }
            );
}
