using CrisisCommand.Benchmarks;

// Measures a running product for ops/bench.sh; each command prints its figures as lines of "name<tab>value".
var arguments = new Arguments(args);
switch (args.FirstOrDefault())
{
    case "sink":
        await OtlpSink.Run(arguments);
        return 0;
    case "crises":
        await Crises.Declare(arguments);
        return 0;
    case "journal":
        await Crises.Fill(arguments);
        return 0;
    case "watch":
        await BoardLatency.Measure(arguments);
        return 0;
    case "crowd":
        await Crowd.Measure(arguments);
        return 0;
    case "throng":
        await Throng.Measure(arguments);
        return 0;
    case "paint":
        await Paint.Measure(arguments);
        return 0;
    case "notify":
        await NotifyRoundTrip.Measure(arguments);
        return 0;
    case "asof":
        await BoardsOfThePast.Measure(arguments);
        return 0;
    case "fold":
        await FoldRate.Measure(arguments);
        return 0;
    case "table":
        Table.Print(arguments);
        return 0;
    default:
        Console.Error.WriteLine("One of: sink, crises, journal, watch, crowd, throng, paint, notify, asof, fold, table. See ops/bench.sh.");
        return 2;
}
