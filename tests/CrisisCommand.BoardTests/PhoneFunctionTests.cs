using System.Net;
using CrisisCommand.IntegrationTests;
using CrisisCommand.Platform.Texts;
using Microsoft.Playwright;
using static CrisisCommand.BoardTests.PhoneSteps;

namespace CrisisCommand.BoardTests;

/// <summary>A summons is answered and a function handed over from the phone.</summary>
public sealed class PhoneFunctionTests(Product product, Browser browser)
{
    [Fact]
    public async Task A_summons_is_answered_with_one_thumb_and_then_one_is_in_place()
    {
        var crisis = await product.CrisisUnderWay();
        await using var phone = await browser.Phone(product, "communications", crisis);
        var summons = phone.Page.Locator("#s-communications");
        await Assertions.Expect(summons).ToContainTextAsync("Du är kallad: Kommunikation");
        await phone.ShouldBeFit();
        await phone.ShouldBeThumbSized();
        await phone.Picture("phone-summons");

        await summons.GetByLabel("15 min").CheckAsync();
        await Tap(summons, "Kommer");
        await Assertions.Expect(phone.Page.Locator(".done")).ToContainTextAsync("du kommer");
        var answered = (await product.FunctionOf(crisis, "communications"))["summons"]![0]!;
        answered["answer"]!.GetValue<string>().ShouldBe("coming");
        (answered["eta"]!.GetValue<DateTimeOffset>() - TimeProvider.System.GetUtcNow()).TotalMinutes.ShouldBeInRange(13, 15.1);

        await Tap(phone.Page.Locator("#w-communications"), "Jag är på plats");
        await Assertions.Expect(phone.Page.Locator("#f-communications")).ToContainTextAsync("Lämna över");
        (await product.FunctionOf(crisis, "communications"))["holder"]!.GetValue<string>().ShouldBe("communications");
    }

    [Fact]
    public async Task Without_a_script_a_summons_is_answered_all_the_same()
    {
        var crisis = await product.CrisisUnderWay();
        await using var phone = await browser.Phone(product, "people-support", crisis, Screen.Phone with { Script = false });
        await Tap(phone.Page.Locator("#s-people-support"), "Kan inte");
        await Assertions.Expect(phone.Page.Locator(".done")).ToContainTextAsync("du kan inte");
        (await product.FunctionOf(crisis, "people-support"))["summons"]![0]!["answer"]!.GetValue<string>().ShouldBe("declined");
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_answer_also_where_it_says_in_how_many_minutes()
    {
        var crisis = await product.CrisisUnderWay();
        await using var phone = await browser.Phone(product, "situation", crisis, Screen.Phone with { Script = false });
        var form = phone.Page.Locator("#s-situation form").First;
        var fields = new Dictionary<string, string> { ["eta:minutes"] = "45" };
        foreach (var field in await form.Locator("input[type=hidden]").AllAsync())
        {
            fields[(await field.GetAttributeAsync("name"))!] = (await field.GetAttributeAsync("value"))!;
        }

        async Task<int> Send()
        {
            var data = phone.Context.APIRequest.CreateFormData();
            foreach (var (name, value) in fields)
            {
                data.Set(name, value);
            }

            var path = (await form.GetAttributeAsync("action"))!;
            return (await phone.Context.APIRequest.PostAsync(path, new() { Form = data, MaxRedirects = 0 })).Status;
        }

        (await Send()).ShouldBe(303);
        (await Send()).ShouldBe(303);
        fields["eta:minutes"] = "60";
        (await Send()).ShouldBe(422);
    }

    [Fact]
    public async Task What_was_refused_is_mended_and_sent_again_from_the_same_form()
    {
        var crisis = await product.CrisisUnderWay();
        await using var phone = await browser.Phone(product, "vd", crisis);
        await using var other = await browser.Phone(product, "vd", crisis);
        var over = Handover(phone);
        foreach (var window in new[] { phone, other })
        {
            var held = Handover(window);
            await held.Locator("summary").ClickAsync();
            await held.Locator("textarea").FillAsync("Allt lugnt");
        }

        await Tap(over, "Lämna över");
        await Assertions.Expect(phone.Page.Locator(".done")).ToBeVisibleAsync();
        var late = Handover(other);
        await late.Locator("select").SelectOptionAsync("vd-2");
        await Tap(late, "Lämna över");
        await Assertions.Expect(late.Locator(".problem")).ToBeVisibleAsync();
        // The deputy declines; the very form that was refused goes through now.
        (
            await (await product.As("vd-1")).Post($"/crises/{crisis}/functions/crisis-leader/handover/refusal", new { why = "Sjuk" })
        ).ShouldBe(HttpStatusCode.NoContent);
        await Tap(late, "Lämna över");
        await Assertions.Expect(other.Page.Locator(".done")).ToContainTextAsync("erbjuden");
    }

    [Fact]
    public async Task A_handover_comes_while_the_phone_is_open_and_is_accepted()
    {
        var crisis = await product.CrisisUnderWay();
        await (await product.As("vd")).Staff(crisis, "chief-of-staff", "chief-of-staff");
        await using var holder = await browser.Phone(product, "chief-of-staff", crisis);
        await using var deputy = await browser.Phone(product, "chief-of-staff-1", crisis);
        await Assertions.Expect(deputy.Page.Locator("#h-chief-of-staff")).ToHaveCountAsync(0);

        var held = holder.Page.Locator("#f-chief-of-staff");
        await held.GetByText("Lämna över").First.ClickAsync();
        (await held.Locator("optgroup").First.Locator("option").First.GetAttributeAsync("value")).ShouldBe("chief-of-staff-1");
        await held.GetByLabel("Till").SelectOptionAsync("chief-of-staff-1");
        await held.GetByLabel("Överlämning").FillAsync("Två möten kvar, vakten är ringd");
        await Tap(held, "Lämna över");
        await Assertions.Expect(holder.Page.Locator(".done")).ToContainTextAsync("erbjuden");

        var offered = deputy.Page.Locator("#h-chief-of-staff");
        await Assertions.Expect(offered).ToContainTextAsync("Två möten kvar, vakten är ringd");
        await Assertions.Expect(deputy.Page.Locator("#said")).ToContainTextAsync("lämnar över");
        await Tap(offered, "Ta över");
        await Assertions.Expect(deputy.Page.Locator("#f-chief-of-staff")).ToBeVisibleAsync();
        (await product.FunctionOf(crisis, "chief-of-staff"))["holder"]!.GetValue<string>().ShouldBe("chief-of-staff-1");
        await Assertions.Expect(holder.Page.Locator("#f-chief-of-staff")).ToHaveCountAsync(0);
    }

    /// <summary>Beside the form in which the function's own situation is reported.</summary>
    private static ILocator Handover(Window window) =>
        window.Page.Locator("#f-crisis-leader details").Filter(new() { HasText = "Lämna över" });
}
