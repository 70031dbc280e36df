// Judges PDFs by PDF/UA-1 with veraPDF, whose own JavaScript engine runs this; prints a line of JSON for each file.
var flavour = Packages.org.verapdf.pdfa.flavours.PDFAFlavour.PDFUA_1;
Packages.org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
var foundry = Packages.org.verapdf.pdfa.Foundries.defaultInstance();
for (var i = 0; i < arguments.length; i++) {
  var parser = foundry.createParser(new java.io.File(arguments[i]), flavour);
  var result = foundry.createValidator(flavour, false).validate(parser);
  var broken = [];
  for (var found = result.getTestAssertions().iterator(); found.hasNext();) {
    var one = found.next();
    broken.push(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + " " + one.getMessage());
  }
  print(JSON.stringify({ file: arguments[i], checks: Number(result.getTotalAssertions()), broken: broken }));
  parser.close();
}
